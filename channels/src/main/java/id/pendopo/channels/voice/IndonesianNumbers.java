package id.pendopo.channels.voice;

/** Whole numbers in Indonesian words: 75000 is "tujuh puluh lima ribu". */
final class IndonesianNumbers {

    private static final String[] DIGITS = {
        "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"
    };

    private IndonesianNumbers() {}

    /** @param number from 0 on */
    static String say(long number) {
        if (number < 10) {
            return DIGITS[(int) number];
        }
        if (number < 20) {
            return number == 10 ? "sepuluh" : number == 11 ? "sebelas" : DIGITS[(int) number - 10] + " belas";
        }
        if (number < 100) {
            return of(number, 10, "puluh");
        }
        if (number < 1000) {
            return number < 200 ? joined("seratus", number - 100) : of(number, 100, "ratus");
        }
        if (number < 1_000_000) {
            return number < 2000 ? joined("seribu", number - 1000) : of(number, 1000, "ribu");
        }
        return number < 1_000_000_000 ? of(number, 1_000_000, "juta") : of(number, 1_000_000_000, "miliar");
    }

    private static String of(long number, long unit, String name) {
        return joined(say(number / unit) + " " + name, number % unit);
    }

    private static String joined(String head, long rest) {
        return rest == 0 ? head : head + " " + say(rest);
    }
}
