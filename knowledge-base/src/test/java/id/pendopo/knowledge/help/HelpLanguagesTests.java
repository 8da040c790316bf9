package id.pendopo.knowledge.help;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.EditorTest;
import id.pendopo.knowledge.Seated;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** An article in Javanese or Sundanese, on a page that speaks Indonesian or English. */
class HelpLanguagesTests extends EditorTest {

    private static final String PAGE = "/help/kartu-hijau-hilang";
    private static final String PENDING = "Terjemahan ini belum diperiksa penutur asli.";

    @Test
    void theListLeadsToTheJavaneseText() {
        assertThat(body(opens("/help", ID)))
                .containsOnlyOnce("hreflang=\"jv\"")
                .contains(
                        "<a href=\"" + PAGE + "?text=jv\" lang=\"jv\" hreflang=\"jv\"><span>Basa Jawa</span>",
                        ": Kertu Ijo ical</span>")
                .doesNotContain("text=en", "text=id");
    }

    @Test
    void thePageLeadsToTheJavaneseTextAndBack() {
        assertThat(body(opens(PAGE, ID)))
                .contains("Baca dalam:", "<a href=\"" + PAGE + "?text=jv\" lang=\"jv\" hreflang=\"jv\">Basa Jawa</a>")
                .doesNotContain(PENDING);
        assertThat(body(opens(PAGE + "?text=jv", ID)))
                .contains("<a href=\"" + PAGE + "\" lang=\"id\" hreflang=\"id\">Bahasa Indonesia</a>")
                .doesNotContain("Basa Jawa");
        assertThat(body(opens("/help/sewa-lapangan", ID))).doesNotContain("Baca dalam:");
    }

    @Test
    void theTextIsMarkedAsJavaneseAndThePageAroundItIsNot() {
        assertThat(body(opens(PAGE + "?text=jv", ID)))
                .contains(
                        "<html lang=\"id\"",
                        "<h1 lang=\"jv\">Kertu Ijo ical</h1>",
                        "<p class=\"lead\" lang=\"jv\">Menawi Kertu Ijo ical",
                        "<p lang=\"jv\">Gratis.</p>",
                        "data-language=\"jv\"",
                        "rel=\"noopener\">Papan layanan Dinas Contoh</a>",
                        ">Biaya</h2>",
                        "Apakah ini membantu?",
                        PENDING)
                .doesNotContain("belum tersedia dalam bahasa pilihan Anda");
    }

    @Test
    void anEnglishPageHoldsTheJavaneseTextAndLeadsBackToTheEnglishOne() {
        assertThat(body(opens(PAGE + "?text=jv", Locale.ENGLISH)))
                .contains(
                        "<html lang=\"en\"",
                        "<h1 lang=\"jv\">Kertu Ijo ical</h1>",
                        ">Fee</h2>",
                        "rel=\"noopener\" lang=\"id\">Papan layanan Dinas Contoh</a>",
                        "No native speaker has checked this translation yet.",
                        "<a href=\"" + PAGE + "\" lang=\"en\" hreflang=\"en\">English</a>");
    }

    @Test
    void theNoteGoesWhenANativeSpeakerHasReadTheText() {
        assertThat(body(opens(PAGE + "?text=jv", ID))).contains(PENDING);

        citra.sends("/kartu-hijau-hilang/jv/compared");

        assertThat(body(opens(PAGE + "?text=jv", ID))).doesNotContain(PENDING);
    }

    @Test
    void searchEnginesAreToldOfEveryLanguage() {
        assertThat(opens(PAGE, ID).getResponse().getHeader("Link"))
                .contains(
                        "<" + PAGE + "?lang=id>; rel=\"alternate\"; hreflang=\"id\"",
                        "<" + PAGE + "?lang=en>; rel=\"alternate\"; hreflang=\"en\"",
                        "<" + PAGE + "?text=jv>; rel=\"alternate\"; hreflang=\"jv\"",
                        "<" + PAGE + ">; rel=\"alternate\"; hreflang=\"x-default\"")
                .doesNotContain("\"su\"");
    }

    @Test
    void aLanguageThatIsNotThereShowsThePagesOwn() {
        for (String text : new String[] {"su", "fr", "<b>", ""}) {
            assertThat(body(opens(PAGE + "?text=" + text, ID))).contains("<h1>Kartu Hijau hilang</h1>");
        }
        assertThat(opens("/help/tidak-ada?text=jv", ID)).hasStatus(404);
    }

    @Test
    void anOpinionIsAboutTheTextThatWasRead() {
        db.sql("delete from article_opinion").update();

        MvcTestResult answer = web().perform(MockMvcRequestBuilders.post(PAGE + "/helpful")
                .param("helpful", "false")
                .param("text", "jv")
                .locale(ID));

        assertThat(answer).hasRedirectedUrl(PAGE + "?said=no&text=jv#helpful");
        assertThat(body(opens(PAGE + "?said=no&text=jv", ID))).contains("name=\"text\" value=\"jv\"");
        assertThat(db.sql("select language || ' ' || helpful from article_opinion")
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("jv false"));
    }

    private MvcTestResult opens(String path, Locale reader) {
        return web().perform(MockMvcRequestBuilders.get(path).locale(reader));
    }

    private static String body(MvcTestResult page) {
        assertThat(page).hasStatusOk();
        return Seated.body(page);
    }

    private MockMvcTester web() {
        return MockMvcTester.create(mvc);
    }
}
