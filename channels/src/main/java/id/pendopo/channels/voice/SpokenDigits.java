package id.pendopo.channels.voice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Digits that were said: "empat delapan dua" is 482. The recognition of speech writes some as digits, some as words. */
final class SpokenDigits {

    private static final Map<String, String> DIGITS = Stream.of(
                    List.of("nol", "kosong", "zero", "oh", "0"),
                    List.of("satu", "one", "1"),
                    List.of("dua", "two", "2"),
                    List.of("tiga", "three", "3"),
                    List.of("empat", "four", "4"),
                    List.of("lima", "five", "5"),
                    List.of("enam", "six", "6"),
                    List.of("tujuh", "seven", "7"),
                    List.of("delapan", "lapan", "eight", "8"),
                    List.of("sembilan", "nine", "9"))
            .flatMap(names -> names.stream().map(name -> Map.entry(name, names.getLast())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private SpokenDigits() {}

    /** The digits, when nothing but digits was said; otherwise what was said. */
    static String read(String said) {
        String[] words = said.toLowerCase(Locale.ROOT)
                .replaceFirst("^(?:nomor|nomer|angka|pilih|pilihan|number|option)\\s+", "")
                .replaceAll("[.,;-]+", " ")
                .strip()
                .split("\\s+");
        List<String> digits = Arrays.stream(words).map(SpokenDigits::digits).toList();
        return digits.stream().anyMatch(String::isEmpty) ? said : String.join("", digits);
    }

    private static String digits(String word) {
        return word.matches("\\d+") ? word : Objects.requireNonNullElse(DIGITS.get(word), "");
    }
}
