package id.pendopo.knowledge.editor;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.ArticleVersion.Source;
import id.pendopo.knowledge.Aspect;
import id.pendopo.knowledge.articles.ArticleFiles;
import id.pendopo.knowledge.editor.Exchanged.Field;
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

    private static final List<Exchanged> SHIPPED = ArticleFiles.shipped().editions().stream()
            .map(edition -> Exchanged.of(edition, false, List.of("pertanyaan uji", "satu lagi")))
            .toList();

    /** Marks of every format where they could be taken for one. */
    private static final Exchanged SPITEFUL = new Exchanged(
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
                ArticleDocument.HEADINGS.stream().collect(Collectors.toMap(Function.identity(), Function.identity()));
        return List.of(new ArticleLines(), new ArticleTable(), new ArticleDocument(key -> key, keys));
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
            Exchanged article = ((Entry.Read) entry).article();
            assertThat(lines.get(entry.line() - 1)).contains(format instanceof ArticleDocument ? "# " : article.slug());
        });
    }

    @Test
    void aTableOfASpreadsheetThatWritesSemicolonsIsTheSame() {
        String table = plain(new ArticleTable().write(List.of(SPITEFUL, SHIPPED.getFirst())));
        String names = table.lines().findFirst().orElseThrow();
        String semicolons = table.replace(names, names.replace("\"", ""))
                .replace("\",\"", "\";\"")
                .replaceFirst(names.replace("\"", ""), names.replace("\"", "").replace(',', ';'));

        assertThat(semicolons).startsWith("slug;language;service");
        assertThat(articles(new ArticleTable(), semicolons)).isEqualTo(said(List.of(SPITEFUL, SHIPPED.getFirst())));
    }

    @Test
    void emptyCellsAtTheEndOfARowMayBeMissing() {
        assertThat(articles(new ArticleTable(), """
                slug,language,service,internal,title,summary,sms,voice,requirements,requirements_source,procedure,\
                procedure_source,duration,duration_source,fee,fee_source,product,product_source,office,office_source,\
                hours,hours_source,legal_basis,legal_basis_source,complaint,complaint_source,sources,questions,golden,,
                kartu-ungu,id,kartu,no,Kartu ungu,Ringkas

                ,,,,,,
                kartu-nila,id,kartu,yes,Kartu nila,,,,,,,,,,,,,,,,,,,,,,,,,,
                """))
                .extracting(Exchanged::title, Exchanged::summary, Exchanged::internal)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Kartu ungu", "Ringkas", false),
                        org.assertj.core.groups.Tuple.tuple("Kartu nila", "", true));
    }

    @Test
    void aTableIsHarmlessForASpreadsheet() {
        assertThat(new ArticleTable().write(List.of(SPITEFUL)))
                .startsWith("\uFEFF\"slug\",\"language\",\"service\"")
                .contains(
                        "\"'=HYPERLINK(\"\"https://contoh.example\"\")", "\"'- Satu; dua, \"\"tiga\"\"", "\"'@warga\"")
                .doesNotContainPattern("\",\"[=+@-]");
    }

    private static List<Exchanged> articles(ArticleFormat format, String file) {
        List<Entry> entries = format.read(plain(file));
        assertThat(entries).noneMatch(entry -> entry instanceof Entry.Fault);
        return said(
                entries.stream().map(entry -> ((Entry.Read) entry).article()).toList());
    }

    /** Without what is not read back from every format. */
    private static List<Exchanged> said(List<Exchanged> articles) {
        return articles.stream().map(Exchanged::words).toList();
    }

    /** As a file is read. */
    private static String plain(String file) {
        return file.replace("\uFEFF", "").replace("\r\n", "\n");
    }
}
