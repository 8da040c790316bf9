package id.pendopo.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@KnowledgeTest
class HelpPagesTests {

    private static final Locale ID = Locale.of("id");

    @Autowired
    MockMvc web;

    @Autowired
    Opinions opinions;

    @Autowired
    JdbcClient db;

    @Test
    void listsArticlesByService() throws Exception {
        web.perform(get("/help").locale(ID))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "<h2>kartu-hijau</h2>", "/help/kartu-hijau-hilang", "<h2>lapangan</h2>")));
    }

    @Test
    void findsWithoutJavaScript() throws Exception {
        web.perform(get("/help").param("q", "kartu hijau hilang brp").locale(ID))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "Biaya: Gratis. Tidak ada pungutan apa pun.",
                                "Peraturan Kabupaten Contoh",
                                "</html>")));
    }

    @Test
    void givesOnlyTheResultsToALivePage() throws Exception {
        web.perform(get("/help")
                        .param("q", "sewa lapangan")
                        .header("HX-Request", "true")
                        .locale(ID))
                .andExpect(content().string(containsString("id=\"results\"")))
                .andExpect(content().string(containsString("/help/sewa-lapangan")))
                .andExpect(content().string(not(containsString("<html"))));
    }

    @Test
    void saysSoWhenNothingIsFound() throws Exception {
        web.perform(get("/help").param("q", "qwrtzp").locale(ID))
                .andExpect(content().string(containsString("Belum ada artikel tentang itu.")));
    }

    @Test
    void searchWordsAreEscaped() throws Exception {
        web.perform(get("/help").param("q", "<script>alert(1)</script>").locale(ID))
                .andExpect(content().string(not(containsString("<script>alert"))));
    }

    @Test
    void anArticleGivesTheAnswerFirstAndItsSourcesLast() throws Exception {
        web.perform(get("/help/kartu-hijau-baru").locale(ID))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "Kartu Hijau pertama",
                                "Rp25.000 untuk satu kartu.",
                                "Paling lama 3 hari kerja.",
                                "type=\"checkbox\"",
                                "Berumur 17 tahun",
                                "Jam layanan",
                                "Dasar hukum",
                                "https://contoh.example/perda-1",
                                "dibaca 20 November 2026",
                                "Versi 1, terbit 20 November 2026",
                                "Apakah ini membantu?",
                                "/chat",
                                "/report",
                                "\"@type\":\"GovernmentService\"")));
    }

    @Test
    void saysWhatIsNotKnownInsteadOfGuessing() throws Exception {
        web.perform(get("/help/kartu-hijau-hilang").locale(ID))
                .andExpect(content().string(stringContainsInOrder("Lama penyelesaian", "Tanyakan ke kantor layanan.")));
    }

    @Test
    void speaksEnglish() throws Exception {
        web.perform(get("/help/kartu-hijau-hilang").locale(Locale.ENGLISH))
                .andExpect(content()
                        .string(stringContainsInOrder("Lost Green Card", "Free of charge.", "Was this helpful?")));
    }

    @Test
    void anUnknownArticleIsNotFound() throws Exception {
        web.perform(get("/help/tidak-ada").locale(ID)).andExpect(status().isNotFound());
    }

    @Test
    void aPageIsSmall() throws Exception {
        byte[] page = web.perform(get("/help/kartu-hijau-baru").locale(ID))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(page).hasSizeLessThan(12_000);
    }

    @Test
    void countsWhomItHelped() throws Exception {
        long before = opinions.times("kartu-hijau-baru", Locale.ENGLISH, 1, true);

        web.perform(post("/help/kartu-hijau-baru/helpful")
                        .param("helpful", "true")
                        .locale(Locale.ENGLISH))
                .andExpect(redirectedUrl("/help/kartu-hijau-baru?said=yes#helpful"));

        assertThat(opinions.times("kartu-hijau-baru", Locale.ENGLISH, 1, true)).isEqualTo(before + 1);
    }

    @Test
    void asksWhyAnArticleDidNotHelpAndKeepsTheReason() throws Exception {
        web.perform(post("/help/kartu-hijau-baru/helpful")
                        .param("helpful", "false")
                        .locale(ID))
                .andExpect(redirectedUrl("/help/kartu-hijau-baru?said=no#helpful"));
        web.perform(get("/help/kartu-hijau-baru").param("said", "no").locale(ID))
                .andExpect(content().string(containsString("Apa yang kurang atau tidak benar?")));
        web.perform(post("/help/kartu-hijau-baru/dispute")
                        .param("reason", " Biayanya sudah naik. ")
                        .locale(ID))
                .andExpect(redirectedUrl("/help/kartu-hijau-baru?said=why#helpful"));

        assertThat(db.sql("select slug || ' ' || language || ' ' || version || ' ' || reason from article_dispute")
                        .query(String.class)
                        .list())
                .contains("kartu-hijau-baru id 1 Biayanya sudah naik.");
    }

    @Test
    void asksAgainWhenNoReasonWasWritten() throws Exception {
        web.perform(post("/help/kartu-hijau-baru/dispute").param("reason", " ").locale(ID))
                .andExpect(redirectedUrl("/help/kartu-hijau-baru?said=nothing#helpful"));
        web.perform(get("/help/kartu-hijau-baru").param("said", "nothing").locale(ID))
                .andExpect(content().string(containsString("Tulis dulu apa yang kurang")));
    }
}
