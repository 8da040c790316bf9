package id.pendopo.knowledge.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.DisputedAnswers;
import id.pendopo.knowledge.EditorTest;
import id.pendopo.knowledge.Seated;
import id.pendopo.knowledge.UnansweredQuestions;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** The question behind an answer that did not help, from the citizen's "no" to the editors' draft. */
class DisputedAnswersTests extends EditorTest {

    private static final String PAGE = "/help/kartu-hijau-hilang";
    private static final String QUESTION = "kartu hijau ilang bisa diurus online ga";

    @Autowired
    UnansweredQuestions unanswered;

    @Autowired
    DisputedAnswers disputes;

    @BeforeEach
    void nobodyAsked() {
        for (String table : List.of("unanswered_question", "article_opinion", "article_dispute")) {
            db.sql("delete from " + table).update();
        }
    }

    @Test
    void theQuestionTravelsFromTheSearchToTheForm() {
        String results = Seated.body(help(QUESTION));
        assertThat(results).contains(PAGE + "?q=kartu%20hijau%20ilang%20bisa%20diurus%20online%20ga\"");
        assertThat(Seated.body(web().perform(MockMvcRequestBuilders.get(PAGE)
                        .param("q", QUESTION)
                        .locale(ID))))
                .contains("name=\"q\" value=\"" + QUESTION + "\"");

        assertThat(helped("false", QUESTION + " & biaya?", ""))
                .hasRedirectedUrl(PAGE
                        + "?said=no&q=kartu%20hijau%20ilang%20bisa%20diurus%20online%20ga%20%26%20biaya%3F#helpful");
    }

    @Test
    void standsAmongTheGapsWithItsArticleAndOneClickFromItsDraft() {
        helped("false", QUESTION, "");

        assertThat(citra.reads("/gaps"))
                .contains(
                        "<strong>" + QUESTION + "</strong>",
                        "1 kali, 0 di antaranya ditanya balik. Saluran: Pusat bantuan 1. Bahasa: Indonesia 1.",
                        "jawaban tidak membantu",
                        "1 kali, dijawab dengan",
                        "lang=\"id\">Kartu Hijau hilang</a>",
                        "href=\"/desk/knowledge/kartu-hijau-hilang/id/edit\"");
        assertThat(citra.opens("/kartu-hijau-hilang/id/edit")).hasStatusOk();
    }

    @Test
    void isPutTogetherWithTheSameQuestionThatHadNoAnswer() {
        unanswered.note("urus kartu hijau ilang online bisa ga", ID, "telegram", UnansweredQuestions.Why.UNKNOWN);
        helped("false", QUESTION, "");
        helped("false", "kartu hijau hilang online diurus bisa ga", "");

        assertThat(citra.reads("/gaps"))
                .contains("3 kali, 0 di antaranya ditanya balik. Saluran: Pusat bantuan 2, Telegram 1.")
                .contains("2 kali, dijawab dengan")
                .containsOnlyOnce("<strong>");
    }

    @Test
    void namesTheTextInItsOwnLanguage() {
        disputes.disputed(
                "online?",
                knowledge.published("kartu-hijau-hilang", Locale.ENGLISH).orElseThrow(),
                "web");

        assertThat(citra.reads("/gaps"))
                .contains(
                        "Saluran: Chat web 1. Bahasa: Inggris 1.",
                        "lang=\"en\">Lost Green Card</a>",
                        "href=\"/desk/knowledge/kartu-hijau-hilang/en/edit\"");
    }

    @Test
    void whatIsMissingStandsForAQuestionThatNobodyKnows() {
        helped("false", "", "chat");
        assertThat(kept()).isEmpty();

        missing("Loketnya pindah, telepon saya 081234567890", "", "chat");

        assertThat(kept()).containsExactly("web id kartu-hijau-hilang Loketnya pindah, telepon saya [telepon]");
    }

    @Test
    void aQuestionIsCountedOnceAndOnlyIfItsAnswerDidNotHelp() {
        helped("true", QUESTION, "");
        missing(" ", "", "");
        assertThat(kept()).isEmpty();

        helped("false", QUESTION + ", nik 3201012003900001", "telegram");
        missing("Tidak ada.", QUESTION, "telegram");

        assertThat(kept()).containsExactly("telegram id kartu-hijau-hilang " + QUESTION + ", nik [nik]");
    }

    @Test
    void aFloodEndsAtADaysMeasure() {
        ArticleVersion text = knowledge.published("kartu-hijau-hilang", ID).orElseThrow();
        for (int i = 0; i < 105; i++) {
            disputes.disputed(QUESTION, text, "help");
        }
        disputes.disputed(QUESTION, knowledge.published("sewa-lapangan", ID).orElseThrow(), "help");

        assertThat(kept()).hasSize(101);
    }

    @Test
    void anArticleThatIsGoneIsNotOffered() {
        helped("false", QUESTION, "");
        db.sql("update unanswered_question set slug = 'sudah-tidak-ada'").update();

        assertThat(citra.reads("/gaps")).contains(QUESTION).doesNotContain("sudah-tidak-ada");
    }

    private MvcTestResult helped(String helpful, String question, String via) {
        return web().perform(MockMvcRequestBuilders.post(PAGE + "/helpful")
                .param("helpful", helpful)
                .param("q", question)
                .param("via", via)
                .locale(ID));
    }

    private void missing(String reason, String question, String via) {
        web().perform(MockMvcRequestBuilders.post(PAGE + "/dispute")
                .param("reason", reason)
                .param("q", question)
                .param("via", via)
                .locale(ID));
    }

    private MvcTestResult help(String question) {
        return web().perform(
                        MockMvcRequestBuilders.get("/help").param("q", question).locale(ID));
    }

    private MockMvcTester web() {
        return MockMvcTester.create(mvc);
    }

    private List<String> kept() {
        return db.sql("select kind || ' ' || language || ' ' || slug || ' ' || question from unanswered_question")
                .query(String.class)
                .list();
    }
}
