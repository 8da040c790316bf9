package id.pendopo.channels.voice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Digits that were said: "empat delapan dua" is 482. The recognition of speech writes some as digits, some as words. */
final class SpokenDigits {

    private static final Map<String, String> DIGITS = Arrays.stream(Tongue.values())
            .flatMap(tongue -> IntStream.rangeClosed(0, 9)
                    .boxed()
                    .flatMap(digit -> names("voice.digit." + digit, tongue).map(name -> Map.entry(name, "" + digit))))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one));

    /** What may stand before them. */
    private static final Set<String> LEADS = Arrays.stream(Tongue.values())
            .flatMap(tongue -> names("voice.digits.lead", tongue))
            .collect(Collectors.toUnmodifiableSet());

    private SpokenDigits() {}

    /** The digits, when nothing but digits was said; otherwise what was said. */
    static String read(String said) {
        List<String> words = List.of(
                said.toLowerCase(Locale.ROOT).replaceAll("[.,;-]+", " ").strip().split("\\s+"));
        boolean led = words.size() > 1 && LEADS.contains(words.getFirst());
        List<String> digits =
                words.stream().skip(led ? 1 : 0).map(SpokenDigits::digits).toList();
        return digits.stream().anyMatch(String::isEmpty) ? said : String.join("", digits);
    }

    private static Stream<String> names(String key, Tongue tongue) {
        return Arrays.stream(VoiceWords.text(key, tongue).split(", "));
    }

    private static String digits(String word) {
        return word.matches("\\d+") ? word : Objects.requireNonNullElse(DIGITS.get(word), "");
    }
}
