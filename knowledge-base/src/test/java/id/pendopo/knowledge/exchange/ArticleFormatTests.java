package id.pendopo.knowledge.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.ArticleVersion.Source;
import id.pendopo.knowledge.Aspect;
import id.pendopo.knowledge.articles.ArticleFiles;
import id.pendopo.knowledge.editor.Languages;
import id.pendopo.knowledge.exchange.ExchangedArticle.Field;
import id.pendopo.ui.CountryPack;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written can be read again, in each format, and says the same. */
class ArticleFormatTests {

    private static final Languages LANGUAGES = new Languages(CountryPack.chosen());
    private static final List<ExchangedArticle> SHIPPED = ArticleFiles.shipped().editions().stream()
            .map(edition -> ExchangedArticle.of(edition, false, List.of("pertanyaan uji", "satu lagi")))
            .toList();

    /** Marks of every format where they could be taken for one. */
    private static final ExchangedArticle SPITEFUL = new ExchangedArticle(
            "kartu-ungu",
            "kartu",
            "id",
            true,
            7,
            LocalDate.of(2026, 11, 24),
            "# \"Kartu\"; ungu, \\",
            "=HYPERLINK(\"https://contoh.example\")\n\n## Biaya\n\n[1]",
            "'kutip' \\n",
            "'=1+1",
            Map.of(
                    Aspect.FEE,
                    new Field("Gratis.\n\n[2]", 2),
                    Aspect.REQUIREMENTS,
                    new Field("- Satu; dua, \"tiga\"\n\\# empat\n#lima\n  enam", null),
                    Aspect.HOURS,
                    new Field("-", 1)),
            List.of(
                    new Source("Perda 1, Pasal 2", "https://contoh.example/a,b", LocalDate.of(2026, 1, 2)),
                    new Source("2. Papan", "http://contoh.example", LocalDate.of(2025, 12, 31))),
            List.of("- berapa", "+62 itu apa", "# apa", "'kan"),
            List.of("@warga"));

    static List<ArticleFormat> formats() {
        Map<String, String> keys =
                MarkdownFormat.HEADINGS.stream().collect(Collectors.toMap(Function.identity(), Function.identity()));
        return List.of(
                new JsonLinesFormat(LANGUAGES),
                new CsvFormat(LANGUAGES),
                new MarkdownFormat(key -> key, keys, LANGUAGES));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyShippedArticleComesBackAsTheSame(ArticleFormat format) {
        assertThat(SHIPPED).hasSizeGreaterThan(130);

        assertThat(articles(format, format.write(SHIPPED))).isEqualTo(said(SHIPPED));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void marksOfTheFormatInsideTheWordsComeBackAsWords(ArticleFormat format) {
        assertThat(articles(format, format.write(List.of(SPITEFUL, SHIPPED.getFirst()))))
                .isEqualTo(said(List.of(SPITEFUL, SHIPPED.getFirst())));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyArticleIsAtItsLineOfTheFile(ArticleFormat format) {
        String file = plain(format.write(SHIPPED));
        List<String> lines = file.lines().toList();

        assertThat(format.read(file)).allSatisfy(entry -> {
            ExchangedArticle article = ((ImportEntry.Read) entry).article();
            assertThat(lines.get(entry.line() - 1)).contains(format instanceof MarkdownFormat ? "# " : article.slug());
        });
    }

    @Test
    void aTableOfASpreadsheetThatWritesSemicolonsIsTheSame() {
        String table = plain(new CsvFormat(LANGUAGES).write(List.of(SPITEFUL, SHIPPED.getFirst())));
        String names = table.lines().findFirst().orElseThrow();
        String semicolons = table.replace(names, names.replace("\"", ""))
                .replace("\",\"", "\";\"")
                .replaceFirst(names.replace("\"", ""), names.replace("\"", "").replace(',', ';'));

        assertThat(semicolons).startsWith("slug;language;service");
        assertThat(articles(new CsvFormat(LANGUAGES), semicolons))
                .isEqualTo(said(List.of(SPITEFUL, SHIPPED.getFirst())));
    }

    @Test
    void emptyCellsAtTheEndOfARowMayBeMissing() {
        assertThat(articles(new CsvFormat(LANGUAGES), """
                slug,language,service,internal,title,summary,sms,voice,requirements,requirements_source,procedure,\
                procedure_source,duration,duration_source,fee,fee_source,product,product_source,office,office_source,\
                hours,hours_source,legal_basis,legal_basis_source,complaint,complaint_source,sources,questions,golden,,
                kartu-ungu,id,kartu,no,Kartu ungu,Ringkas

                ,,,,,,
                kartu-nila,id,kartu,yes,Kartu nila,,,,,,,,,,,,,,,,,,,,,,,,,,
                """))
                .extracting(ExchangedArticle::title, ExchangedArticle::summary, ExchangedArticle::internal)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Kartu ungu", "Ringkas", false),
                        org.assertj.core.groups.Tuple.tuple("Kartu nila", "", true));
    }

    @Test
    void aTableIsHarmlessForASpreadsheet() {
        assertThat(new CsvFormat(LANGUAGES).write(List.of(SPITEFUL)))
                .startsWith("\uFEFF\"slug\",\"language\",\"service\"")
                .contains(
                        "\"'=HYPERLINK(\"\"https://contoh.example\"\")", "\"'- Satu; dua, \"\"tiga\"\"", "\"'@warga\"")
                .doesNotContainPattern("\",\"[=+@-]");
        ExchangedArticle blanks = new ExchangedArticle(
                "kartu-ungu",
                "kartu",
                "id",
                true,
                7,
                LocalDate.of(2026, 11, 24),
                "\t=1+1",
                "\r=1+1",
                " =1+1",
                "\u00a0=1+1",
                Map.of(),
                List.of(),
                List.of(),
                List.of());
        assertThat(new CsvFormat(LANGUAGES).write(List.of(blanks)))
                .contains("\"'=1+1\",\"'=1+1\",\"'=1+1\",\"'\u00a0=1+1\"")
                .doesNotContain("\t", "\r=");
    }

    private static List<ExchangedArticle> articles(ArticleFormat format, String file) {
        List<ImportEntry> entries = format.read(plain(file));
        assertThat(entries).noneMatch(entry -> entry instanceof ImportEntry.Fault);
        return said(entries.stream()
                .map(entry -> ((ImportEntry.Read) entry).article())
                .toList());
    }

    /** Without what is not read back from every format. */
    private static List<ExchangedArticle> said(List<ExchangedArticle> articles) {
        return articles.stream().map(ExchangedArticle::words).toList();
    }

    /** As a file is read. */
    private static String plain(String file) {
        return file.replace("\uFEFF", "").replace("\r\n", "\n");
    }
}
