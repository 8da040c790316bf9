package id.pendopo.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Articles as files: out complete, in as drafts. */
class EditorExchangeTests extends EditorTest {

    @Test
    void whatWasExportedComesBackAsTheSame() {
        String lines = citra.reads("/export?format=JSONL");

        assertThat(lines.lines()).hasSameSizeAs(articles.newest());
        assertThat(bring(lines)).contains("0 draf baru, " + articles.newest().size() + " teks sudah sama.");
        assertThat(citra.reads("?show=DRAFT")).contains("Tidak ada artikel di sini.");
    }

    @Test
    void whatDiffersBecomesADraftThatSomebodyElseApproves() {
        String lines = citra.reads("/export?format=JSONL")
                .replace("bawa surat kehilangan dari kepolisian", "bawa surat polisi");

        assertThat(bring(lines + "\n{\"slug\":\"rusak\"}\nbukan json"))
                .contains("1 draf baru", "Baris yang tidak terbaca:");

        assertThat(knowledge.published("kartu-hijau-hilang", ID).orElseThrow().summary())
                .contains("surat kehilangan dari kepolisian");
        assertThat(dewi.reads("/kartu-hijau-hilang/id/review")).contains("<h3>Ringkasan</h3>");
        assertThat(bring(lines)).contains("0 draf baru", "kartu-hijau-hilang/id");
    }

    @Test
    void theTableIsQuotedAndTheDocumentHasChapters() {
        String table = citra.reads("/export?format=CSV");

        assertThat(table.lines().findFirst().orElseThrow()).startsWith("\"slug\",\"language\",\"service\"");
        assertThat(table).contains("\"kartu-hijau-hilang\",\"id\",\"kartu-hijau\",\"1\"");
        assertThat(citra.reads("/export?format=MD"))
                .contains("# Kartu Hijau hilang", "## Biaya\n\nGratis. Tidak ada pungutan apa pun.");
    }

    private String bring(String lines) {
        citra.reads("/import");
        return Seated.body(MockMvcTester.create(mvc)
                .perform(MockMvcRequestBuilders.multipart("/desk/knowledge/import")
                        .file(new MockMultipartFile(
                                "file",
                                "articles.jsonl",
                                "application/x-ndjson",
                                lines.getBytes(StandardCharsets.UTF_8)))
                        .locale(ID)));
    }
}
