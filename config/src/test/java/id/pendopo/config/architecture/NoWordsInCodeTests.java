package id.pendopo.config.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No word that people say stands in Java: a new language, or a word that is missing, is a line of a file. */
class NoWordsInCodeTests {

    private static final Set<String> WORDS = WordRules.words(Path.of(".."));

    /** Invented citizens speak in them: load, and the first minute that the cache ahead of time is made of. */
    private static final Set<String> CITIZENS = Set.of("id.pendopo.benchmarks", "id.pendopo.config.commands");

    /** Packages that still have words of their own. The list only shrinks: what is done is taken out. */
    private static final Set<String> NOT_YET = Set.of(
            // Abbreviations whose dot ends no sentence.
            "id.pendopo.channels.texting",
            // What the keyboard of Telegram is sent.
            "id.pendopo.channels.telegram",
            // How numbers, dates and signs are said on the telephone, and digits heard.
            "id.pendopo.channels.voice",
            // Units of the figures that an article must have a source for.
            "id.pendopo.knowledge.articles",
            // What a passage must keep, and what a model must not be told.
            "id.pendopo.knowledge.rewording",
            // Words that carry nothing of a question, names of the fields, abbreviations with a dot.
            "id.pendopo.knowledge.text",
            // Titles before a name.
            "id.pendopo.ticketing.labels");

    /** The few that stay, at most ten, by package. */
    private static final Map<String, Set<String>> STAY = Map.of(
            // Keys of the shipped catalogue and its articles, which are data.
            "id.pendopo.conversation.dialogue", Set.of("lain-lain"),
            "id.pendopo.conversation.engine", Set.of("darurat"),
            "id.pendopo.knowledge.language", Set.of("ambulans-119", "darurat-112", "bencana-lapor"),
            // What masked numbers are called, in stored texts too.
            "id.pendopo.knowledge", Set.of("[telepon]", "[nomor]"),
            // What the agent of a script answers.
            "id.pendopo.conversation.cli", Set.of("Kami sudah menanganinya."));

    @Test
    void noWordOfThePhrasesStandsInJava() {
        assertThat(WORDS).contains("lapor", "matur", "kumaha");
        assertThat(WordRules.said(judged(), WORDS))
                .as("what people say stands in nlu/LANGUAGE/phrases.tsv")
                .isEmpty();
    }

    @Test
    void fewStay() {
        assertThat(STAY.values().stream().mapToInt(Set::size).sum()).isLessThanOrEqualTo(10);
    }

    @Test
    void whatIsDoneIsTakenOffTheList() {
        Map<String, List<String>> literals = Sources.literalsByPackage();

        assertThat(NOT_YET)
                .allSatisfy(room -> assertThat(WordRules.said(Map.of(room, literals.get(room)), WORDS))
                        .as(room)
                        .isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lapor", "^(?:mau )?lapor$", "Mau LAPOR", "(?:foo|bar|baz|qux)", "foos?|ba(?:rs)?|baz|qux"})
    void aWordInJavaIsFound(String text) {
        assertThat(WordRules.said(Map.of("here", List.of(text)), WORDS)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"report.lead", "pelaporan", "foo|bar|baz", "(?<name>[a-z]+)|x|y|z", "a || b || c || d"})
    void nothingElseIs(String text) {
        assertThat(WordRules.said(Map.of("here", List.of(text)), WORDS)).isEmpty();
    }

    private static Map<String, List<String>> judged() {
        return Sources.literalsByPackage().entrySet().stream()
                .filter(room -> !NOT_YET.contains(room.getKey()) && !CITIZENS.contains(room.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        room -> room.getValue().stream()
                                .filter(text -> !STAY.getOrDefault(room.getKey(), Set.of())
                                        .contains(text))
                                .toList()));
    }
}
