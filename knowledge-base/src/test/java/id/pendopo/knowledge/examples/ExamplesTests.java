package id.pendopo.knowledge.examples;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.EditorTest;
import id.pendopo.knowledge.Seated;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A list of bare articles comes in; the page asks how citizens would put it, and shows what that brings. */
class ExamplesTests extends EditorTest {

    private static final String CROWD = "rekomendasi-keramaian";

    private static final List<String> OF_A_CROWD = List.of(
            "izin hajatan pakai tenda di jalan",
            "mau hajatan pasang tenda tutup jalan",
            "acara hajatan tenda di jalan depan rumah");

    @BeforeEach
    void importAList() {
        MvcTestResult ignored = bring(
                article(CROWD, "Rekomendasi Penyelenggaraan Keramaian"),
                article("keterangan-domisili", "Surat Keterangan Domisili"),
                article("pemakaman-umum", "Pelayanan Pemakaman Umum"),
                article("lajur-jalan", "Penutupan Lajur Jalan"),
                article("izin-tenda-pameran", "Izin Pameran Dagang"));
        assertThat(ignored).hasStatusOk();
    }

    /** As it comes out of a desk, with nothing but a title and a text. */
    private String article(String slug, String title) {
        ObjectNode line = (ObjectNode) JsonMapper.shared()
                .readTree(
                        citra.reads("/export?format=JSONL").lines().findFirst().orElseThrow());
        return line.put("slug", slug)
                .put("service", slug)
                .put("language", "id")
                .put("title", title)
                .put("summary", title + " dilayani di kecamatan.")
                .put("sms", title + ": datang ke kecamatan.")
                .put("voice", title + " dilayani di kecamatan.")
                .<ObjectNode>without("questions")
                .<ObjectNode>without("golden")
                .set("questions", JsonMapper.shared().createArrayNode())
                .toString();
    }

    private MvcTestResult bring(String... articles) {
        citra.reads("/import");
        return MockMvcTester.create(mvc)
                .perform(MockMvcRequestBuilders.multipart("/desk/knowledge/import")
                        .file(new MockMultipartFile(
                                "file",
                                "list.jsonl",
                                "application/octet-stream",
                                String.join("\n", articles).getBytes(StandardCharsets.UTF_8)))
                        .locale(ID));
    }

    private MvcTestResult writes(String slug, List<String> lines) {
        return citra.sends(
                "/import/lines",
                lines.stream()
                        .flatMap(line -> Stream.of("line." + slug + ".id", line))
                        .toArray(String[]::new));
    }

    private List<String> questions(String slug) {
        return db.sql("""
                        select question from article_draft, jsonb_array_elements_text(questions) question where slug = ?
                        """).param(slug).query(String.class).list();
    }

    @Test
    void theImportAsksForExamplesOfWhatCameBare() {
        String page = Seated.body(bring(article("surat-pindah", "Surat Pindah Datang")));

        assertThat(page)
                .contains(
                        "1 draf baru",
                        "artikel punya kurang dari tiga contoh pertanyaan",
                        "Surat Pindah Datang",
                        "name=\"line.surat-pindah.id\"",
                        "Rekomendasi Penyelenggaraan Keramaian",
                        "action=\"/desk/knowledge/import/lines\"")
                .as("what has enough is not asked for")
                .doesNotContain("line.kartu-hijau-hilang.id");
    }

    @Test
    void showsTheRankOfEachExampleBeforeAndWithTheOthers() {
        String page = Seated.body(writes(CROWD, OF_A_CROWD));

        assertThat(page)
                .contains(OF_A_CROWD)
                .contains("menemukan artikelnya di urutan pertama sebelum ini, dan 3 sesudahnya")
                .contains("Dari 3 contoh, 0 ", "(0% menjadi 100%)");
        assertThat(page.split("sebelum: (tidak ditemukan|urutan [2-9]), sesudah: urutan 1", -1))
                .hasSize(4);
        assertThat(questions(CROWD)).containsExactlyElementsOf(OF_A_CROWD);
        assertThat(page).doesNotContain("name=\"line." + CROWD + ".id\"");
    }

    @Test
    void speaksEnglish() {
        citra.reads("/import");
        String page = Seated.body(MockMvcTester.create(mvc)
                .perform(MockMvcRequestBuilders.post("/desk/knowledge/import/lines")
                        .param("line." + CROWD + ".id", OF_A_CROWD.toArray(String[]::new))
                        .locale(Locale.ENGLISH)));

        assertThat(page)
                .contains(
                        "Of 3 examples 0 found their article first before, and 3 do now (0% and 100%).",
                        "after: rank 1");
    }

    @Test
    void keepsWhatIsTooLittleInTheFormAndSavesTheRest() {
        List<String> form = new ArrayList<>();
        OF_A_CROWD.forEach(line -> form.addAll(List.of("line." + CROWD + ".id", line)));
        for (String line : Arrays.asList("makam keluarga", "makam keluarga", " ")) {
            form.addAll(List.of("line.pemakaman-umum.id", line));
        }

        MvcTestResult result = citra.sends("/import/lines", form.toArray(String[]::new));

        assertThat(result).hasStatus(422);
        assertThat(Seated.body(result))
                .contains("sampai artikel ini punya sedikitnya tiga", "value=\"makam keluarga\"", "Dari 3 contoh");
        assertThat(questions(CROWD)).hasSize(3);
        assertThat(questions("pemakaman-umum")).isEmpty();
    }

    @Test
    void takesNoMoreThanFiveAndNothingThatNamesSomebody() {
        writes(
                "pemakaman-umum",
                List.of(
                        "makam 081234567890",
                        "kuburan baru",
                        "cari makam",
                        "pesan liang",
                        "gali kubur",
                        "yang keenam"));

        assertThat(questions("pemakaman-umum"))
                .containsExactly("makam [telepon]", "kuburan baru", "cari makam", "pesan liang", "gali kubur");
    }

    @Test
    void leavesWhatWaitsForApprovalAlone() {
        db.sql("update article_draft set state = 'REVIEW' where slug = ?")
                .param(CROWD)
                .update();

        assertThat(citra.reads("/import/lines")).doesNotContain("name=\"line." + CROWD + ".id\"");
        assertThat(writes(CROWD, OF_A_CROWD)).hasStatus(422);
        assertThat(questions(CROWD)).isEmpty();
    }
}
