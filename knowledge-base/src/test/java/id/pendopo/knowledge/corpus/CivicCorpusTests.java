package id.pendopo.knowledge.corpus;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.articles.ArticleFiles;
import id.pendopo.knowledge.articles.Edition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the corpus' README; the floors are what is there, and only ever rise. */
class CivicCorpusTests {

    private static final Path FOLDER = Path.of("corpus");
    private static final CivicCorpus CORPUS = CivicCorpus.read(FOLDER);
    private static final Folding FOLDING = Folding.of(FOLDER);
    private static final int LINES = 26_300;
    private static final Set<Sheet> FEW_WORDS = Set.of(Sheet.TASK_ACTS, Sheet.VAGUE, Sheet.FOLLOW_UPS);
    private static final int SAME_SKELETON = 3;

    @TempDir
    private Path folder;

    @Test
    void everyQuestionIsAskedOfAnArticleThatShips() {
        Set<String> slugs = ArticleFiles.shipped().editions().stream()
                .map(Edition::text)
                .map(ArticleVersion::slug)
                .collect(Collectors.toSet());

        assertThat(CORPUS.lines(Sheet.QUESTIONS))
                .filteredOn(line -> !slugs.contains(line.cell("slug")))
                .as("no articles/<slug>.yaml in the pack for these")
                .extracting(line -> line.place() + " " + line.cell("slug"))
                .isEmpty();
    }

    @Test
    void theCorpusDoesNotShrink() {
        assertThat(CORPUS.lines()).hasSizeGreaterThanOrEqualTo(LINES);
    }

    @ParameterizedTest
    @CsvSource({"id, 6580", "en, 1887"})
    void noLanguageShrinks(String language, long floor) {
        assertThat(texts().filter(text -> text.language().equals(language)).count())
                .isGreaterThanOrEqualTo(floor);
    }

    @ParameterizedTest
    @CsvSource({"formal, 690", "informal, 2780", "typo, 550", "sms, 540", "angry, 305", "mixed, 490"})
    void noStyleShrinks(String style, long floor) {
        assertThat(CORPUS.lines().stream()
                        .filter(line -> line.sheet().columns().contains("style"))
                        .filter(line -> line.cell("style").equals(style)))
                .hasSizeGreaterThanOrEqualTo((int) floor);
    }

    @Test
    void ofHundredLinesNinetyFiveDifferOnceNumbersAndNamesAreFolded() {
        Map<String, Long> folded = texts().collect(groupingBy(text -> FOLDING.folded(text.text()), counting()));
        long all = texts().count();

        assertThat(folded.size() / (double) all)
                .as("said more than once: %s", moreThan(1, folded))
                .isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void atMostThreeLinesShareTheirContentWords() {
        Map<String, Long> skeletons = CORPUS.lines().stream()
                .filter(line -> !FEW_WORDS.contains(line.sheet())) // "Ya kirim" has one way to be said in another way.
                .flatMap(CorpusLine::texts)
                .collect(groupingBy(text -> FOLDING.skeleton(text.text()), counting()));

        assertThat(moreThan(SAME_SKELETON, skeletons)).isEmpty();
    }

    @Test
    void javaneseAndSundaneseAwaitTheirReview() throws IOException {
        Set<String> files = CORPUS.lines().stream()
                .filter(line -> line.texts().anyMatch(text -> Set.of("jv", "su").contains(text.language())))
                .map(line -> line.place().replaceFirst(":\\d+$", ""))
                .collect(Collectors.toSet());

        for (String file : files) {
            assertThat(Files.readAllLines(FOLDER.resolve(file))).as(file).contains("# native review pending");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sim-baru;fee;id;sms                           | 4 columns
            sim-baru;price;id;sms;brp sim c               | aspect is 'price'
            sim-baru;fee;ms;sms;brp sim c                 | lang is 'ms'
            sim-baru;fee;id;shouting;brp sim c            | style is 'shouting'
            sim-baru;fee;id;sms;                          | text is ''
            ''                                            | 1 columns
            """)
    void refusesALineThatDoesNotFit(String line, String reason) throws IOException {
        Files.createDirectories(folder.resolve("questions"));
        Files.writeString(folder.resolve("questions/sim.tsv"), "# ours\n" + line.replace(';', '\t') + "\n");

        assertThatThrownBy(() -> CivicCorpus.read(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("questions/sim.tsv:2: " + reason);
    }

    @Test
    void aKindBelongsToItsFile() throws IOException {
        Files.writeString(folder.resolve("guard.tsv"), "smalltalk\tid\thalo\n");

        assertThatThrownBy(() -> CivicCorpus.read(folder)).hasMessage("guard.tsv:1: kind is 'smalltalk'");
    }

    @ParameterizedTest
    @CsvSource({"jv, 1441", "su, 1438"})
    void neitherJavaneseNorSundaneseShrinks(String language, long floor) {
        noLanguageShrinks(language, floor);
    }

    @ParameterizedTest
    @CsvSource({
        "PARAPHRASES, 466",
        "PAIRS, 351",
        "OUTSIDE, 453",
        "ACTS, 600",
        "TASK_ACTS, 2815",
        "DANGER, 5345",
        "LOOKALIKES, 3700",
        "OPENINGS, 5900",
        "FOLLOW_UPS, 1433",
        "NAMED_OUTSIDE, 571",
        "VAGUE, 333",
        "COMPLAINTS, 701",
        "GUARD, 200",
        "LANGUAGES, 1596"
    })
    void noSheetShrinks(Sheet sheet, int floor) {
        assertThat(CORPUS.lines(sheet)).hasSizeGreaterThanOrEqualTo(floor);
    }

    @Test
    void aGroupOfParaphrasesHasThreeToFiveLinesInOnePlace() {
        Map<String, List<Integer>> places = new TreeMap<>();
        List<CorpusLine> lines = CORPUS.lines(Sheet.PARAPHRASES);
        for (int i = 0; i < lines.size(); i++) {
            places.computeIfAbsent(lines.get(i).cell("group"), _ -> new ArrayList<>())
                    .add(i);
        }

        assertThat(places).hasSizeGreaterThanOrEqualTo(139).allSatisfy((group, at) -> {
            assertThat(at).as(group).hasSizeBetween(3, 5);
            assertThat(at.getLast() - at.getFirst()).as(group).isEqualTo(at.size() - 1);
        });
    }

    @Test
    void aGeneratorsLinesLookAlike() {
        List<String> slots =
                List.of("Pak, Budi di Bandung bayar Rp50.000 untuk KTP?", "bu siti di medan bayar rp 75000 utk ktp");

        assertThat(slots).extracting(FOLDING::skeleton).containsOnly("bayar ktp rp");
    }

    private static Stream<CorpusLine.Text> texts() {
        return CORPUS.lines().stream().flatMap(CorpusLine::texts);
    }

    private static Map<String, Long> moreThan(long limit, Map<String, Long> counts) {
        Map<String, Long> over = new TreeMap<>(counts);
        over.values().removeIf(count -> count <= limit);
        return over;
    }
}
