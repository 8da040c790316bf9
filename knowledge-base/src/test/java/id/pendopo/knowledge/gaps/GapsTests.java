package id.pendopo.knowledge.gaps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import id.pendopo.knowledge.EditorTest;
import id.pendopo.knowledge.UnansweredQuestions;
import id.pendopo.knowledge.UnansweredQuestions.Why;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was asked in vain, as editors see it. */
class GapsTests extends EditorTest {

    @Autowired
    UnansweredQuestions unanswered;

    @BeforeEach
    void nobodyAsked() {
        db.sql("delete from unanswered_question").update();
    }

    @Test
    void putsTheSameQuestionTogetherAndCountsIt() throws Exception {
        unanswered.note("cara sewa balai desa buat nikahan", ID, "twilio-sms", Why.UNKNOWN);
        unanswered.note("balai desa bisa disewa ga", ID, "telegram", Why.AMBIGUOUS);
        unanswered.note("sewa balai desaa brp ya", ID, "twilio-sms", Why.UNKNOWN);
        unanswered.note("jadwal imunisasi bayi", ID, "web", Why.UNKNOWN);

        mvc.perform(get("/desk/knowledge/gaps").locale(ID))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "balai desa",
                                "3 kali, 1 di antaranya ditanya balik. Saluran: SMS 2, Telegram 1. Bahasa: Indonesia 3.",
                                "Dengan kata lain",
                                "jadwal imunisasi bayi",
                                "1 kali, 0 di antaranya")));
    }

    @Test
    void aQuestionBecomesADraftThatMustAnswerIt() {
        String question = "sewa balai desa brp ya";
        unanswered.note(question, ID, "telegram", Why.UNKNOWN);

        assertThat(citra.reads("/gaps")).contains("/desk/knowledge/new?question=sewa%20balai%20desa%20brp%20ya");
        assertThat(citra.reads("/new?question=" + question)).contains("name=\"question\" value=\"" + question + "\"");
        assertThat(citra.sends(
                        "/new",
                        "title",
                        "Sewa balai desa",
                        "slug",
                        "sewa-balai-desa",
                        "service",
                        "balai-desa",
                        "question",
                        question))
                .hasStatus3xxRedirection();
        assertThat(db.sql("select golden ->> 0 from article_draft where slug = 'sewa-balai-desa'")
                        .query(String.class)
                        .list())
                .containsExactly(question);
    }

    @Test
    void keepsNothingThatNamesSomebody() throws Exception {
        unanswered.note("nik 3201012003900001 <b>siti</b> 081234567890 ga bisa login ikd", ID, "web", Why.UNKNOWN);

        assertThat(db.sql("select question from unanswered_question")
                        .query(String.class)
                        .single())
                .isEqualTo("nik [nik] <b>siti</b> [telepon] ga bisa login ikd");
        mvc.perform(get("/desk/knowledge/gaps").locale(ID))
                .andExpect(content().string(containsString("&lt;b&gt;siti&lt;/b&gt;")))
                .andExpect(content().string(not(containsString("081234567890"))));
    }

    @Test
    void cutsAWholeComplaintAndKeepsNoEmptyOne() {
        unanswered.note("panjang ".repeat(200), ID, "web", Why.UNKNOWN);
        unanswered.note("  ", ID, "web", Why.UNKNOWN);

        assertThat(db.sql("select length(question) from unanswered_question")
                        .query(Integer.class)
                        .list())
                .containsExactly(500);
    }

    @Test
    void forgetsAfterHalfAYear() {
        unanswered.note("lama", ID, "web", Why.UNKNOWN);
        db.sql("update unanswered_question set at = at - interval '181 days' where question = 'lama'")
                .update();

        unanswered.note("baru", ID, "web", Why.UNKNOWN);

        assertThat(db.sql("select question from unanswered_question")
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("baru"));
    }

    @Test
    void whatIsPutAsideStaysAsideUntilItIsTakenBack() {
        unanswered.note("jual beli akun game", ID, "web", Why.UNKNOWN);
        unanswered.note("jadwal imunisasi bayi", ID, "web", Why.UNKNOWN);

        citra.sends("/gaps/dismiss", "question", "jual beli akun game");
        unanswered.note("jual beli akun game", ID, "web", Why.UNKNOWN);

        String page = citra.reads("/gaps");
        assertThat(page).contains("jadwal imunisasi bayi", "Disisihkan (1)", "/gaps/restore");
        assertThat(page).doesNotContain("<strong>jual beli akun game");

        citra.sends("/gaps/restore", "question", "jual beli akun game");

        assertThat(citra.reads("/gaps")).contains("<strong>jual beli akun game").doesNotContain("Disisihkan (");
    }

    @Test
    void saysSoWhenEveryQuestionHadAnAnswer() throws Exception {
        mvc.perform(get("/desk/knowledge/gaps").locale(Locale.ENGLISH))
                .andExpect(content().string(containsString("Every question had an answer.")));
    }
}
