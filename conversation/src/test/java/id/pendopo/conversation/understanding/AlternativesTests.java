package id.pendopo.conversation.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlternativesTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "api|air|banjir; a(?:ir|pi)|banjir",
                "api|api besar; api(?:| besar)",
                "(?:imah|omah) kobong|omahe; imah kobong|omah(?:e| kobong)",
                "ab?c|abd; a(?:bd|b?c)",
                "(?:ke)?bakar|kebanjiran; kebanjiran|(?:ke)?bakar",
                "[ab|c]d|ax; ax|[ab|c]d",
                "a\\|b|ac; a(?:c|\\|b)",
            })
    void putsWhatBeginsAlikeTogether(String pattern, String grouped) {
        assertThat(Alternatives.grouped(pattern)).isEqualTo(grouped);
    }

    /** Every text of up to six letters, so that no way through a pattern is left out. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ab|abc|b|cab",
                "(?:a|b)c|ab+|a?b c",
                "(?:a(?:b|c)|b)(?: c)?|abb",
                "(?:a|b)?c|(?:ab){2}|[ab]c",
                "(?<!a )b|(?=ab)abc|a\\S+ c",
                "(?:a|)b|a(?!b)|(?:a|b)*c",
            })
    void findsTheSameAsThePatternThatWasGiven(String pattern) {
        Pattern given = Pattern.compile("(?<!\\S)(?:" + pattern + ")(?!\\S)");
        Pattern grouped = Pattern.compile("(?<!\\S)(?:" + Alternatives.grouped(pattern) + ")(?!\\S)");

        for (String text : texts(6)) {
            assertThat(places(grouped, text)).as(text).isEqualTo(places(given, text));
        }
    }

    /** Where one is found; which of two that begin there does not matter. */
    private static List<Integer> places(Pattern pattern, String text) {
        List<Integer> places = new ArrayList<>();
        Matcher matcher = pattern.matcher(text).useTransparentBounds(true);
        for (int at = 0; at <= text.length(); at++) {
            if (matcher.region(at, text.length()).lookingAt()) {
                places.add(at);
            }
        }
        return places;
    }

    private static List<String> texts(int longest) {
        List<String> texts = new ArrayList<>(List.of(""));
        int from = 0;
        for (int length = 1; length <= longest; length++) {
            int end = texts.size();
            for (int i = from; i < end; i++) {
                for (char c : "abc ".toCharArray()) {
                    texts.add(texts.get(i) + c);
                }
            }
            from = end;
        }
        return texts;
    }
}
