package id.pendopo.knowledge.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.pendopo.knowledge.EditorTest;
import id.pendopo.knowledge.articles.ArticleFiles;
import id.pendopo.knowledge.articles.Card;
import id.pendopo.knowledge.articles.Cards;
import id.pendopo.knowledge.articles.Drafts;
import id.pendopo.knowledge.articles.Edition;
import id.pendopo.ui.ChangeLog.Change;
import id.pendopo.ui.ContentFiles;
import id.pendopo.ui.ContentFiles.Import;
import id.pendopo.ui.ContentFiles.Taken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Articles as files of a folder. */
class ArticleContentTests extends EditorTest {

    private static final String SLUG = "kartu-hijau-hilang";
    private static final String FILE = "articles/" + SLUG + ".yaml";
    private static final Import KEEPING = new Import("import", false);
    private static final Import REMOVING = new Import("import", true);

    @Autowired
    private ContentFiles content;

    @Autowired
    private Cards cards;

    @Autowired
    private Drafts drafts;

    @Autowired
    private TransactionTemplate transaction;

    private Taken take(Map<String, String> files, Import how) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Taken taken = content.take(files, how);
            if (!taken.faults().isEmpty()) {
                status.setRollbackOnly();
            }
            return taken;
        }));
    }

    private String file() {
        return Objects.requireNonNull(content.export().get(FILE));
    }

    /** The file with another text in the place of the first of these lines. */
    private static String with(String file, String line, String now) {
        String changed = file.replaceFirst(
                "(?m)^( *)" + line.strip() + "$",
                "$1" + now.strip().replace("\\n", "\n").replace("$", "\\$"));
        assertThat(changed).as(line).isNotEqualTo(file);
        return changed;
    }

    private static String reviewed(String file) {
        return file.replace("  questions:", "  reviewed: {by: Kepala Dinas Contoh, \"on\": 2026-11-23}\n  questions:");
    }

    @Test
    void whatWasExportedSaysTheSameEachTimeAndChangesNothing() {
        Map<String, String> files = content.export();

        assertThat(files).containsKey(FILE).hasSize(3).isEqualTo(content.export());
        assertThat(take(files, REMOVING)).isEqualTo(new Taken(List.of(), List.of(), List.of()));
        assertThat(drafts.all()).isEmpty();
    }

    @Test
    void whatWasExportedIsAPacksFolder(@TempDir Path folder) throws Exception {
        for (Map.Entry<String, String> file : content.export().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }

        assertThat(ArticleFiles.at(
                                folder.toUri() + "articles/*.yaml",
                                List.of(ID, Locale.ENGLISH, Locale.of("jv"), Locale.of("su")))
                        .editions())
                .zipSatisfy(
                        articles.newest().stream()
                                .sorted(Comparator.comparing(
                                                (Edition one) -> one.text().slug())
                                        .thenComparing(
                                                one -> !one.text().language().equals(ID)))
                                .toList(),
                        (read, kept) -> assertThat(read.says(kept))
                                .as(read.text().title())
                                .isTrue());
    }

    /** The shipped ones have every kind of text: lists, quotation marks, colons, figures, other alphabets. */
    @Test
    void everyShippedArticleComesBackAsItWas() {
        articles.seed(ArticleFiles.shipped().editions());

        Map<String, String> files = content.export();

        assertThat(files).hasSizeGreaterThan(130);
        assertThat(take(files, REMOVING)).isEqualTo(new Taken(List.of(), List.of(), List.of()));
    }

    @Test
    void aChangedTextWaitsForApproval() {
        String file = with(file(), "  summary: .*", "  summary: Datang ke Dinas Contoh.");

        Taken taken = take(Map.of(FILE, file), KEEPING);

        assertThat(taken.changes())
                .extracting(
                        Change::kind, Change::subject, change -> change.after().get("editor.part.summary"))
                .containsExactly(tuple("knowledge.content.draft", SLUG + "/id", "Datang ke Dinas Contoh."));
        assertThat(drafts.of(SLUG, ID)).hasValueSatisfying(draft -> {
            assertThat(draft.state()).isEqualTo(Card.State.REVIEW);
            assertThat(draft.approvableBy("dewi")).isTrue();
        });
        assertThat(knowledge.published(SLUG, ID).orElseThrow().version()).isEqualTo(1);
        assertThat(take(Map.of(FILE, file), KEEPING).changes())
                .as("waits already")
                .isEmpty();
    }

    @Test
    void whatSomebodyAnswersForIsPublishedAsANewVersion() {
        String file = reviewed(with(file(), "  summary: .*", "  summary: Datang ke Dinas Contoh."));

        Taken taken = take(Map.of(FILE, file), KEEPING);

        assertThat(taken.changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo("knowledge.content.text");
            assertThat(change.after()).containsEntry("knowledge.content.reviewed", "Kepala Dinas Contoh, 2026-11-23");
        });
        assertThat(knowledge.published(SLUG, ID)).hasValueSatisfying(now -> {
            assertThat(now.version()).isEqualTo(2);
            assertThat(now.summary()).isEqualTo("Datang ke Dinas Contoh.");
        });
        assertThat(articles.history(SLUG, ID).getFirst().approvedBy()).contains("Kepala Dinas Contoh");
        assertThat(file()).doesNotContain("Kepala Dinas Contoh");
        assertThat(take(Map.of(FILE, file), KEEPING).changes()).isEmpty();
    }

    @Test
    void ownerReviewDateAndTestQuestionsComeAlong() {
        String file = with(file(), "service: .*", "service: kartu-hijau\nreview_by: 2027-01-31")
                .replaceFirst("(?m)^  questions:", "  golden: [kartu ijo raib]\n  questions:");

        take(Map.of(FILE, file), KEEPING);

        assertThat(cards.of(SLUG).orElseThrow().reviewBy()).contains(LocalDate.of(2027, 1, 31));
        assertThat(articles.golden(SLUG, ID)).containsExactly("kartu ijo raib");
        assertThat(file()).contains("review_by: 2027-01-31", "kartu ijo raib");
        assertThat(take(content.export(), REMOVING).changes()).isEmpty();
    }

    @Test
    void aNewArticleBeginsAndIsPublishedOnceReviewed() {
        String fresh = file().replace(SLUG, "kartu-biru").replace("Kartu Hijau", "Kartu Biru");

        assertThat(take(Map.of("articles/kartu-biru.yaml", fresh), KEEPING).changes())
                .allSatisfy(change -> assertThat(change.before()).isEmpty())
                .isNotEmpty();
        assertThat(knowledge.published("kartu-biru", ID)).isEmpty();

        take(Map.of("articles/kartu-biru.yaml", reviewed(fresh)), KEEPING);

        assertThat(knowledge.published("kartu-biru", ID)).isPresent();
        assertThat(drafts.of("kartu-biru", ID)).isEmpty();
    }

    @Test
    void whatIsMissingStaysUnlessItIsToGo() {
        Map<String, String> one = Map.of(FILE, file());

        assertThat(take(one, KEEPING).changes()).isEmpty();
        assertThat(take(Map.of(), REMOVING).changes())
                .as("a folder without articles")
                .isEmpty();

        assertThat(take(one, REMOVING).changes())
                .hasSize(2)
                .allSatisfy(change -> assertThat(change.after()).isEmpty());

        assertThat(knowledge.articles(ID)).extracting(article -> article.slug()).containsExactly(SLUG);
        assertThat(content.export()).containsOnlyKeys(FILE);
        assertThat(take(content.export(), REMOVING).changes()).isEmpty();
    }

    @Test
    void aDraftOfSomebodyElseIsLeftAloneAndNamed() {
        Edition begun = articles.version(SLUG, ID, 1).orElseThrow().asking(List.of("apa lagi"));
        drafts.save(begun, List.of(), false, 0, "citra");

        Taken taken = take(Map.of(FILE, with(file(), "  summary: .*", "  summary: Datang ke Dinas Contoh.")), KEEPING);

        assertThat(taken.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.remedy()).contains("writing a draft"));
        assertThat(drafts.of(SLUG, ID).orElseThrow().words().questions()).contains("apa lagi");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "slug: .*|slug: lain|the slug is the file's name",
                "service: .*|service: Kartu Hijau|small letters",
                "service: .*|service: lain|stays there",
                "service: .*|service: kartu-hijau\\ninternal: true|for citizens",
                "service: .*|service: kartu-hijau\\nsumary: x|neither a name that articles have",
                "service: .*|service: kartu-hijau\\nservice: dua|uplicate",
                "service: .*|service: [|cannot be read",
                "    url: .*|    url: ftp://contoh|begins with http",
                "    read: .*|    read: 2031-01-01|still to come",
                "    read: .*|    read: kemarin|LocalDate",
                "  title: .*|  titel: x|title is missing",
                "  sms: .*|  title2: x|sms is missing",
                "  summary: .*|  summary: Biayanya Rp12.345.|a figure without a source",
                "  sms: .*|  sms: 'Biaya “gratis”'|plain text message",
                "  voice: .*|  voice: ''|not written yet",
                "    fee:|    feee:|there is no field feee",
            })
    void aMistakeIsNamedWithItsLineAndNothingIsTaken(String line, String now, String remedy) {
        Taken taken = take(Map.of(FILE, with(file(), line, now)), KEEPING);

        assertThat(taken.changes()).isEmpty();
        assertThat(taken.faults()).anySatisfy(fault -> {
            assertThat(fault.file()).isEqualTo(FILE);
            assertThat(fault.line()).isPositive();
            assertThat(fault.remedy()).contains(remedy);
        });
        assertThat(drafts.all()).isEmpty();
    }

    @Test
    void theLineIsTheOneOfTheMistake() {
        String file = with(file(), "  summary: .*", "  summary: Biayanya Rp12.345.");
        int line = (int) file.substring(0, file.indexOf("Rp12.345"))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;

        assertThat(take(Map.of(FILE, file), KEEPING).faults())
                .anySatisfy(fault -> assertThat(fault.toString()).startsWith(FILE + ":" + line + ": "));
    }

    @Test
    void allMistakesAreNamedAtOnce() {
        Map<String, String> files = new TreeMap<>(content.export());
        files.replaceAll((path, text) -> with(text, "  title: .*", "  titel: x"));

        assertThat(take(files, KEEPING).faults()).hasSizeGreaterThanOrEqualTo(files.size());
    }

    @Test
    void aFileOfAWithdrawnArticleBringsItBackWhenSomebodyAnswersForIt() {
        Map<String, String> all = content.export();
        take(Map.of(FILE, file()), REMOVING);
        String other = all.keySet().stream()
                .filter(path -> !path.equals(FILE))
                .findFirst()
                .orElseThrow();

        take(Map.of(other, reviewed(all.get(other))), KEEPING);

        assertThat(content.export()).containsOnlyKeys(FILE, other);
        assertThat(Optional.of(content.export().get(other))).contains(all.get(other));
    }
}
