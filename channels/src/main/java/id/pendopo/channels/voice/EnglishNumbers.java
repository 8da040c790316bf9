package id.pendopo.channels.voice;

/** Whole numbers in English words: 75000 is "seventy-five thousand". */
final class EnglishNumbers {

    private static final String[] SMALL = {
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen"
    };
    private static final String[] TENS = {
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
    };

    private EnglishNumbers() {}

    /** @param number from 0 on */
    static String say(long number) {
        if (number < 20) {
            return SMALL[(int) number];
        }
        if (number < 100) {
            String ten = TENS[(int) number / 10];
            return number % 10 == 0 ? ten : ten + "-" + SMALL[(int) number % 10];
        }
        if (number < 1000) {
            return of(number, 100, "hundred");
        }
        if (number < 1_000_000) {
            return of(number, 1000, "thousand");
        }
        return number < 1_000_000_000 ? of(number, 1_000_000, "million") : of(number, 1_000_000_000, "billion");
    }

    private static String of(long number, long unit, String name) {
        String head = say(number / unit) + " " + name;
        return number % unit == 0 ? head : head + " " + say(number % unit);
    }
}
