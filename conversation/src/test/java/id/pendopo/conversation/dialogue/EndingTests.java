package id.pendopo.conversation.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.conversation.TestKinds;
import id.pendopo.conversation.wording.AgentEventReplies;
import id.pendopo.conversation.wording.Wording;
import id.pendopo.ui.CountryPack;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    private static final Pattern WRITTEN = Pattern.compile(
            "(?i:\\b(?:tulis\\w*|ditulis|ketik|balas|balasan|membalas|write|type|reply|clicks?)\\b)|\\b(?!KTP|KK|NIK|PIN|SMS|HP|PLN|SIM|SKCK|BPJS|SAPA)[A-Z]{3,}\\b");

    /** What only messages and pages say. */
    private static final Set<String> NEVER_IN_A_CALL = Set.of(
            "form.ask.place.button",
            "closing.closed",
            "language.asked",
            "code.message",
            "moved.notice",
            "paused",
            "line.ceiling",
            "line.country",
            "agent.offer",
            "agent.offer.report");

    private static final Pattern SINGLE_QUOTE = Pattern.compile("(?<!')'(?!')");

    private final Wording wording = Wording.shipped(CountryPack.chosen(), TestKinds.ALL);

    /** All texts: those of pages and messages, and those of calls. */
    private static Properties bundle(String suffix) throws IOException {
        Properties texts = new Properties();
        boolean whole = suffix.isEmpty() || suffix.equals("_en");
        for (String name : whole ? List.of("conversation", "conversation-voice") : List.of("conversation")) {
            try (Reader in = new InputStreamReader(
                    EndingTests.class.getResourceAsStream("/messages/" + name + suffix + ".properties"),
                    StandardCharsets.UTF_8)) {
                texts.load(in);
            }
        }
        return texts;
    }

    @ParameterizedTest
    @EnumSource
    void hasATextInBothLanguages(Ending ending) {
        assertThat(wording.text(ending.key(), Locale.of("id"))).isNotBlank();
        assertThat(wording.text(ending.key(), Locale.ENGLISH)).isNotBlank();
    }

    /** Ticketing's are in a bundle of its own. */
    private static Properties everyText(String suffix) throws IOException {
        Properties texts = bundle(suffix);
        try (Reader in = new InputStreamReader(
                EndingTests.class.getResourceAsStream("/messages/ticketing" + suffix + ".properties"),
                StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }

    @ParameterizedTest
    @EnumSource
    void whatTheDeskSaysHasItsTextsInBothLanguages(DeskEnding ending) throws IOException {
        assertThat(everyText("").stringPropertyNames()).containsAll(ending.keys());
        assertThat(everyText("_en").stringPropertyNames()).containsAll(ending.keys());
    }

    /** Notices are known by their keys, all else by what {@link AgentEventReplies} names. */
    @ParameterizedTest
    @ValueSource(strings = {"", "_en"})
    void everyTextThatTheDeskSaysBelongsToAnEnding(String suffix) throws IOException {
        Set<String> texts = everyText(suffix).stringPropertyNames();
        assertThat(texts.stream().filter(key -> key.startsWith("ticketing.notice.")))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(DeskEnding.NOTICE.keys()).contains(key));
        String source = Files.readString(
                Path.of("src/main/java", AgentEventReplies.class.getName().replace('.', '/') + ".java"));
        assertThat(Pattern.compile("\"([^\"\n]+)\"").matcher(source).results().map(found -> found.group(1)))
                .doesNotContainAnyElementsOf(texts);
    }

    @Test
    void hasTheSameKeysInBothLanguages() throws IOException {
        Set<String> indonesian = new TreeSet<>(bundle("").stringPropertyNames());

        assertThat(new TreeSet<>(bundle("_en").stringPropertyNames())).isEqualTo(indonesian);
    }

    /** In Javanese and Sundanese only what is about the language itself; all else falls back to Indonesian. */
    @ParameterizedTest
    @ValueSource(strings = {"_jv", "_su"})
    void speaksOfTheLanguageItselfInTheCitizensOwn(String suffix) throws IOException {
        assertThat(bundle(suffix).stringPropertyNames())
                .containsExactlyInAnyOrder(
                        "language.changed",
                        "language.changed.brief",
                        "language.changed.spoken",
                        "untranslated",
                        "untranslated.brief");
        assertThat(wording.text("menu", Locale.of(suffix.substring(1)))).isEqualTo("Apa yang Anda perlukan?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_en", "_jv", "_su"})
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

    /** On the phone nothing can be written, nor a word in capitals be seen. */
    @ParameterizedTest
    @ValueSource(strings = {"", "_en", "_jv", "_su"})
    void tellsCallersToSpeakOrPressKeys(String suffix) throws IOException {
        Properties texts = bundle(suffix);
        texts.stringPropertyNames().stream()
                .filter(key -> !key.endsWith(".brief")
                        && !key.startsWith("card.")
                        && !key.startsWith("file.refused")
                        && !key.startsWith("call.receipt"))
                .filter(key -> !NEVER_IN_A_CALL.contains(key))
                .forEach(key -> {
                    String heard = texts.getProperty(key + ".spoken", texts.getProperty(key));
                    if (key.endsWith(".spoken") || !texts.containsKey(key + ".spoken")) {
                        assertThat(WRITTEN.matcher(heard).find())
                                .as(key + ": " + heard)
                                .isFalse();
                    }
                });
    }

    /** Twenty seconds at 135 words a minute; citizens' own words come on top. */
    @ParameterizedTest
    @ValueSource(strings = {"", "_en", "_jv", "_su"})
    void keepsSpokenTextsWithinTwentySeconds(String suffix) throws IOException {
        Properties texts = bundle(suffix);
        texts.stringPropertyNames().stream()
                .filter(key -> key.endsWith(".spoken") || key.startsWith("call."))
                .forEach(key ->
                        assertThat(texts.getProperty(key).split("\\s+")).as(key).hasSizeLessThanOrEqualTo(45));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_en", "_jv", "_su"})
    void neverSaysInvalidAndQuotesApostrophes(String suffix) throws IOException {
        Properties texts = bundle(suffix);
        texts.stringPropertyNames().forEach(key -> {
            String text = texts.getProperty(key);
            assertThat(text.toLowerCase(Locale.ROOT)).as(key).doesNotContain("invalid", "tidak valid");
            assertThat(SINGLE_QUOTE.matcher(text).find()).as(key).isFalse();
        });
    }
}
