package id.pendopo.knowledge.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.Aspect;
import id.pendopo.knowledge.KnowledgeTest;
import id.pendopo.knowledge.articles.Articles;
import id.pendopo.knowledge.articles.ArticlesChanged;
import id.pendopo.knowledge.articles.Edition;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@KnowledgeTest
class HelpPagesTests {

    private static final Locale ID = Locale.of("id");

    private static final String ONLY_INDONESIAN = "kompos-warga";

    @Autowired
    MockMvc web;

    @Autowired
    Articles articles;

    @Autowired
    JdbcClient db;

    @Autowired
    ApplicationEventPublisher events;

    @AfterEach
    void forgetTheArticleWithoutEnglish() {
        int gone = db.sql("delete from article_version where slug = ?")
                .param(ONLY_INDONESIAN)
                .update();
        if (gone > 0) {
            db.sql("delete from article where slug = ?").param(ONLY_INDONESIAN).update();
            events.publishEvent(new ArticlesChanged());
        }
    }

    @Test
    void listsArticlesByService() throws Exception {
        web.perform(get("/help").locale(ID))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "#kartu-hijau",
                                "<h2 id=\"kartu-hijau\">kartu-hijau</h2>",
                                "/help/kartu-hijau-hilang",
                                "<h2 id=\"lapangan\">lapangan</h2>")));
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
    void anArticleWithoutEnglishSaysSoAndIsShownInIndonesian() throws Exception {
        articles.seed(List.of(onlyIndonesian()));

        web.perform(get("/help/" + ONLY_INDONESIAN).locale(Locale.ENGLISH))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "<html lang=\"en\">",
                                "<h1 lang=\"id\">Kompos untuk warga</h1>",
                                "Sorry, this page is not available in the language you chose yet.",
                                "<p class=\"lead\" lang=\"id\">",
                                "data-language=\"id\"",
                                ">Fee</h2>",
                                "<p lang=\"id\">Gratis.</p>",
                                "read on 20 November 2026")));
        web.perform(get("/help/" + ONLY_INDONESIAN).locale(ID))
                .andExpect(content().string(not(containsString("belum tersedia dalam bahasa"))));
    }

    @Test
    void theEnglishListNamesWhatIsInIndonesianOnly() throws Exception {
        articles.seed(List.of(onlyIndonesian()));

        web.perform(get("/help").locale(Locale.ENGLISH))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "href=\"/help/kompos-warga\" lang=\"id\">Kompos untuk warga</a>", "(in Indonesian)")));
    }

    @Test
    void theVoiceTextWaitsBehindAButtonThatOnlyAScriptShows() throws Exception {
        web.perform(get("/help/kartu-hijau-hilang").locale(ID))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "id=\"listen\" hidden",
                                "data-words=\"Jika Kartu Hijau hilang, bawa surat kehilangan dari polisi")));
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

    private static Edition onlyIndonesian() {
        LocalDate day = LocalDate.of(2026, 11, 20);
        var source = new ArticleVersion.Source("Papan Dinas Contoh", "https://contoh.example/kompos", day);
        ArticleVersion text = new ArticleVersion(
                ONLY_INDONESIAN,
                "kompos",
                ID,
                1,
                day,
                "Kompos untuk warga",
                "Warga boleh mengambil kompos di kebun kota.",
                "Kompos gratis di kebun kota.",
                "Kompos gratis di kebun kota.",
                Map.of(Aspect.FEE, "Gratis."),
                List.of(source));
        return new Edition(text, List.of("ambil kompos di mana"), Map.of(Aspect.FEE, source));
    }
}
