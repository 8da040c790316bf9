package id.pendopo.knowledge.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.EditorTest;
import id.pendopo.knowledge.Seated;
import id.pendopo.knowledge.articles.ArticleFiles;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Articles as files: out complete, in as drafts. */
class EditorExchangeTests extends EditorTest {

    private static final String OLD = "bawa surat kehilangan dari kepolisian";

    @ParameterizedTest
    @ValueSource(strings = {"JSONL", "CSV", "MD"})
    void whatWasExportedComesBackAsTheSame(String format) {
        articles.seed(ArticleFiles.shipped().editions());
        int all = articles.newest().size();
        assertThat(all).isGreaterThan(130);

        assertThat(bring(format, export(format)))
                .contains("0 draf baru, " + all + " teks sudah sama.")
                .doesNotContain("Belum diambil");

        assertThat(citra.reads("?show=DRAFT")).contains("Tidak ada artikel di sini.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JSONL", "CSV", "MD"})
    void whatDiffersBecomesADraftThatSomebodyElseApproves(String format) {
        String file = export(format).replace(OLD, "bawa surat polisi");

        assertThat(bring(format, file)).contains("1 draf baru, 6 teks sudah sama.");

        assertThat(knowledge.published("kartu-hijau-hilang", ID).orElseThrow().summary())
                .contains(OLD.substring(5));
        assertThat(dewi.reads("/kartu-hijau-hilang/id/review"))
                .contains("<h3>Ringkasan</h3>", "Ditulis citra.")
                .doesNotContain("<h3>Biaya</h3>", "<h3>Sumber</h3>");
        assertThat(bring(format, file)).contains("0 draf baru", "kartu-hijau-hilang/id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JSONL", "CSV", "MD"})
    void aNewTestQuestionAloneIsNotLost(String format) {
        db.sql(
                        "insert into article_golden (slug, language, questions) values ('sewa-lapangan', 'id', '[\"sewa gelora\"]')")
                .update();

        assertThat(bring(format, export(format).replace("sewa gelora", "sewa gelora malam")))
                .contains("1 draf baru");

        assertThat(db.sql("select golden ->> 0 from article_draft")
                        .query(String.class)
                        .list())
                .containsExactly("sewa gelora malam");
    }

    @Test
    void theGoodOnesAreTakenAndEachWrongOneIsNamedWithItsLine() {
        String file = export("JSONL").replace(OLD, "bawa surat polisi");

        assertThat(bring("JSONL", "bukan json\n" + file + "{\"slug\":\"<b>\",\"internal\":false}\n"))
                .contains(
                        "1 draf baru, 6 teks sudah sama.",
                        "Belum diambil (2):",
                        "Baris 1: Baris ini bukan JSON yang utuh.",
                        "Baris 9: Tulis alamat halaman dengan huruf kecil");
    }

    @Test
    void ofTwoVersionsInOneFileNoneIsTaken() {
        String chapters = export("MD");

        assertThat(bring("MD", chapters + chapters.replace(OLD, "bawa surat polisi")))
                .contains("0 draf baru, 0 teks sudah sama.", "Belum diambil (14):")
                .containsPattern("kartu-hijau-hilang/id ada beberapa kali dalam berkas ini, di baris \\d+, \\d+\\.");
        assertThat(citra.reads("?show=DRAFT")).contains("Tidak ada artikel di sini.");
    }

    @Test
    void aTableIsSpokenOfByItsRows() {
        String table = export("CSV");

        assertThat(bring("CSV", table.replace("\"lapangan\"", "\"olahraga\"")))
                .containsPattern(
                        "Baris tabel 8 \\(baris \\d{2} dalam berkas\\): Artikel sewa-lapangan termasuk layanan lapangan");
        assertThat(bring("CSV", table + table.substring(table.indexOf("\"sewa-lapangan\",\"id\""))))
                .contains("sewa-lapangan/id ada beberapa kali dalam berkas ini, di baris 8, 9.");
    }

    @Test
    void aFileMovesNoArticleToAnotherServiceOrToOtherReaders() {
        assertThat(bring("JSONL", export("JSONL").replace("\"service\":\"lapangan\"", "\"service\":\"olahraga\"")))
                .contains("0 draf baru, 5 teks sudah sama.", "Artikel sewa-lapangan termasuk layanan lapangan.");
        assertThat(bring("JSONL", export("JSONL").replace("\"internal\":false", "\"internal\":true")))
                .contains("0 draf baru, 0 teks sudah sama.", "Artikel sewa-lapangan untuk umum.");

        String secret = export("JSONL").lines().findFirst().orElseThrow().replace("kartu-hijau-baru", "loket-dalam");
        assertThat(bring(
                        "JSONL",
                        secret.replace("\"internal\":false", "\"internal\":true") + "\n"
                                + secret.replace("\"language\":\"en\"", "\"language\":\"id\"")))
                .as("both languages of one article have the same readers")
                .contains("1 draf baru", "Baris 2: Artikel loket-dalam hanya untuk petugas.");
    }

    @Test
    void readsUtf8OfSpreadsheetsAndRefusesWhatIsNot() {
        String table = export("CSV").replace(OLD, "bawa kartu “é”");
        assertThat(table).startsWith("\uFEFF\"slug\"");

        assertThat(bring("CSV", table.substring(1).getBytes(Charset.forName("windows-1252"))))
                .containsPattern("Baris \\d+: Berkas ini bukan UTF-8\\.");
        assertThat(bring("CSV", table.getBytes(StandardCharsets.UTF_16))).contains("Baris 1: Berkas ini bukan UTF-8.");
        assertThat(bring("CSV", table.substring(1))).contains("1 draf baru, 6 teks sudah sama.");
        assertThat(db.sql("select summary from article_draft")
                        .query(String.class)
                        .single())
                .contains("“é”");
    }

    @Test
    void refusesAFileThatIsTooLargeEmptyOrOfAnotherKind() {
        byte[] large = new byte[5_000_001];

        assertThat(bring("CSV", large)).contains("masing-masing paling besar 5 MB");
        assertThat(bring("CSV", "\uFEFF \r\n")).contains("Berkas ini kosong.");
        assertThat(bring("XLSX", "slug")).contains("Nama berkas harus berakhir dengan .jsonl, .csv, atau .md.");
    }

    @Test
    void theDocumentIsReadInEitherLanguage() {
        String english = Seated.body(MockMvcTester.create(mvc)
                .perform(MockMvcRequestBuilders.get("/desk/knowledge/export?format=MD")
                        .locale(Locale.ENGLISH)));
        assertThat(export("MD"))
                .contains("# Kartu Hijau hilang", "## Biaya\n\nGratis. Tidak ada pungutan apa pun.\n\n[2]");
        assertThat(english).contains("# Kartu Hijau hilang", "## Fee\n\nGratis.");

        assertThat(bring("MD", english)).contains("0 draf baru, 7 teks sudah sama.");
    }

    private String export(String format) {
        return citra.reads("/export?format=" + format);
    }

    private String bring(String format, String file) {
        return bring(format, file.getBytes(StandardCharsets.UTF_8));
    }

    private String bring(String format, byte[] file) {
        citra.reads("/import");
        return Seated.body(MockMvcTester.create(mvc)
                .perform(MockMvcRequestBuilders.multipart("/desk/knowledge/import")
                        .file(new MockMultipartFile("file", "Articles." + format, "application/octet-stream", file))
                        .locale(ID)));
    }
}
