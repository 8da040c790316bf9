package id.pendopo.conversation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.conversation.wording.Wording;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No turn ends in silence, in any language; short texts are short. */
class EndingTests {

    private static final int SEGMENT = 160;
    private static final Pattern GSM_7 = Pattern.compile("[\\p{Alnum} \\n@!\"#%&'()*+,./:;<=>?_{}\\[\\]-]*");
    private static final Pattern SINGLE_QUOTE = Pattern.compile("(?<!')'(?!')");

    private final Wording wording = Wording.shipped();

    private static Properties bundle(String suffix) throws IOException {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(
                EndingTests.class.getResourceAsStream("/messages/conversation" + suffix + ".properties"),
                StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }

    @ParameterizedTest
    @EnumSource
    void hasATextInBothLanguages(Ending ending) {
        assertThat(wording.text(ending.key(), Locale.of("id"))).isNotBlank();
        assertThat(wording.text(ending.key(), Locale.ENGLISH)).isNotBlank();
    }

    @Test
    void hasTheSameKeysInBothLanguages() throws IOException {
        Set<String> indonesian = new TreeSet<>(bundle("").stringPropertyNames());

        assertThat(new TreeSet<>(bundle("_en").stringPropertyNames())).isEqualTo(indonesian);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_en"})
    void keepsShortTextsWithinOneSegmentOfPlainLetters(String suffix) throws IOException {
        Properties texts = bundle(suffix);
        texts.stringPropertyNames().stream()
                .filter(key -> key.endsWith(".brief"))
                .forEach(key -> {
                    String text = texts.getProperty(key).replaceAll("\\{\\d}", "");
                    assertThat(text.length()).as(key).isLessThanOrEqualTo(SEGMENT);
                    assertThat(text).as(key).matches(GSM_7);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_en"})
    void neverSaysInvalidAndQuotesApostrophes(String suffix) throws IOException {
        Properties texts = bundle(suffix);
        texts.stringPropertyNames().forEach(key -> {
            String text = texts.getProperty(key);
            assertThat(text.toLowerCase(Locale.ROOT)).as(key).doesNotContain("invalid", "tidak valid");
            assertThat(SINGLE_QUOTE.matcher(text).find()).as(key).isFalse();
        });
    }
}
