package id.pendopo.knowledge.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.EditorTest;
import id.pendopo.knowledge.PickedArticles;
import id.pendopo.knowledge.PickedArticles.Pick;
import id.pendopo.knowledge.PickedArticles.Picker;
import id.pendopo.knowledge.UnansweredQuestions;
import id.pendopo.knowledge.UnansweredQuestions.Why;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which article people picked for a question, as it is kept, and as editors take it over. */
class PicksTests extends EditorTest {

    private static final String SLUG = "kartu-hijau-baru";
    private static final String QUESTION = "kartu ijo anak sma yg mau 17";

    @Autowired
    PickedArticles picked;

    @Autowired
    UnansweredQuestions unanswered;

    @BeforeEach
    void nobodyPicked() {
        db.sql("delete from picked_article").update();
        db.sql("delete from unanswered_question").update();
    }

    private static Pick pick(String question, Picker by) {
        return new Pick(question, SLUG, ID, "twilio-sms", by, "17");
    }

    private List<String> kept() {
        return db.sql("select picker || ' ' || times || ' ' || slug || ' ' || question from picked_article order by 1")
                .query(String.class)
                .list();
    }

    @Test
    void countsTheSamePickOfADay() {
        picked.note(pick("ktp", Picker.CITIZEN));
        picked.note(pick("ktp", Picker.CITIZEN));

        assertThat(kept()).containsExactly("CITIZEN 2 kartu-hijau-baru ktp");
    }

    @Test
    void keepsAnAgentsPickOnlyOfAQuestionThatHadNoAnswer() {
        unanswered.note("ktp anak 081234567890", ID, "twilio-sms", Why.UNKNOWN);

        picked.note(pick("ktp anak 081234567890", Picker.AGENT));
        picked.note(pick("mau bicara dengan petugas", Picker.AGENT));

        assertThat(kept()).containsExactly("AGENT 1 kartu-hijau-baru ktp anak [telepon]");
    }

    @Test
    void keepsNothingThatNamesSomebodyAndNoEmptyQuestion() {
        picked.note(pick("nik 3201012003900001 siti@example.id", Picker.CITIZEN));
        picked.note(pick("  ", Picker.CITIZEN));

        assertThat(kept()).containsExactly("CITIZEN 1 kartu-hijau-baru nik [nik] [email]");
    }

    @Test
    void takesOnePickBackAndNoOther() {
        picked.note(pick("ktp", Picker.CITIZEN));
        picked.note(pick("ktp", Picker.CITIZEN));
        picked.note(pick("ktp hilang", Picker.CITIZEN));

        picked.withdraw(pick("ktp", Picker.CITIZEN));
        assertThat(kept()).containsExactly("CITIZEN 1 kartu-hijau-baru ktp", "CITIZEN 1 kartu-hijau-baru ktp hilang");
        picked.withdraw(pick("ktp", Picker.CITIZEN));
        picked.withdraw(pick("ktp", Picker.CITIZEN));
        assertThat(kept()).containsExactly("CITIZEN 1 kartu-hijau-baru ktp hilang");
    }

    @Test
    void forgetsAfterTwoYears() {
        picked.note(pick("lama", Picker.CITIZEN));
        db.sql("update picked_article set day = day - interval '25 months'").update();

        picked.note(pick("baru", Picker.CITIZEN));

        assertThat(kept()).containsExactly("CITIZEN 1 kartu-hijau-baru baru");
    }

    @Test
    void showsEditorsTheCountsAndMakesAPickAQuestionOfTheDraft() {
        picked.note(pick(QUESTION, Picker.CITIZEN));
        unanswered.note(QUESTION, ID, "web", Why.UNKNOWN);
        picked.note(pick(QUESTION, Picker.AGENT));

        assertThat(citra.reads("/gaps"))
                .contains(QUESTION, "Kartu Hijau pertama", "Dipilih petugas 1 kali, warga 1 kali. Bahasa: Indonesia.");
        assertThat(citra.sends("/gaps/take", "slug", SLUG, "language", "id", "question", QUESTION))
                .hasRedirectedUrl("/desk/knowledge/gaps");

        assertThat(db.sql("""
                        select question from article_draft, jsonb_array_elements_text(questions) question
                         where slug = 'kartu-hijau-baru' and language = 'id' and state = 'DRAFT'
                        """).query(String.class).list()).contains(QUESTION).hasSizeGreaterThan(1);
        assertThat(citra.reads("/gaps")).contains("Belum ada pilihan baru.");
    }

    @Test
    void addsToADraftThatIsBeingWrittenAndLeavesOneThatWaitsForApproval() {
        take(QUESTION);
        take("ktp pertama anak sma");
        assertThat(draft()).isEqualTo("DRAFT 2");

        db.sql("update article_draft set state = 'REVIEW'").update();
        take("ktp perdana");

        assertThat(draft()).isEqualTo("REVIEW 2");
    }

    private void take(String question) {
        citra.sends("/gaps/take", "slug", SLUG, "language", "id", "question", question);
    }

    private String draft() {
        return db.sql("select state || ' ' || revision from article_draft where slug = 'kartu-hijau-baru'")
                .query(String.class)
                .single();
    }

    @Test
    void aQuestionInALanguageWithoutATextGoesToTheIndonesianOne() {
        picked.note(new Pick("ktp enggal pripun", SLUG, Locale.of("ban"), "web", Picker.CITIZEN, "18"));

        citra.sends("/gaps/take", "slug", SLUG, "language", "ban", "question", "ktp enggal pripun");

        assertThat(db.sql("select language from article_draft where jsonb_exists(questions, 'ktp enggal pripun')")
                        .query(String.class)
                        .list())
                .containsExactly("id");
    }

    @Test
    void beginsNoDraftOfAnArticleThatIsGone() {
        assertThat(citra.sends("/gaps/take", "slug", "tidak-ada", "language", "id", "question", QUESTION))
                .flash()
                .containsEntry("notice", "knowledge.picks.GONE");
        assertThat(db.sql("select count(*) from article_draft")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void takesAQuestionOnce() {
        take(QUESTION);

        assertThat(citra.sends("/gaps/take", "slug", SLUG, "language", "id", "question", QUESTION))
                .flash()
                .containsEntry("notice", "knowledge.picks.KNOWN");
        assertThat(draft()).isEqualTo("DRAFT 1");
    }
}
