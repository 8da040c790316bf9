package id.pendopo.conversation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.knowledge.Answer;
import id.pendopo.ticketing.Suggestions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each act does at the summary of a report, and how sure it must be. */
class FormActsTests {

    private static final String DESCRIPTION = "jalan rusak depan SD 3 Sukamaju";

    private final Stage stage = new Stage();

    @BeforeEach
    void aReportIsReadOver() {
        stage.suggestion = Optional.of(new Suggestions.Guess("jalan-rusak", 0.9));
        Decision asked = stage.say("lapor " + DESCRIPTION);
        assertThat(asked.ending()).isEqualTo(Ending.FORM_CONFIRM);
    }

    @ParameterizedTest
    @CsvSource({
        "yes, REPORTED",
        "no, FORM_EDITED",
        "cancel, CANCELLED",
        "correct, FORM_EDITED",
        "person, PERSON_COMES",
        "anonymous, FORM_CONFIRM",
        "question, FORM_CONFIRM",
        "another, FORM_CONFIRM",
        "insult, FORM_CONFIRM",
        "unclear, FORM_CONFIRM"
    })
    void eachActEndsTheTurnInItsWay(String act, Ending ending) {
        assertThat(stage.does(act, 0.9, "apa saja yang dikatakan orang").ending())
                .isEqualTo(ending);
    }

    @ParameterizedTest
    @CsvSource({"yes, .44", "cancel, .44", "add, .54", "correct, .44", "person, .44"})
    void whatIsNotSureEnoughIsAskedAgainAndChangesNothing(String act, double confidence) {
        Decision again = stage.does(act, confidence, "di depan balai desa saja ya begitu");

        assertThat(again.ending()).isEqualTo(Ending.FORM_CONFIRM);
        assertThat(stage.draft().value("description")).contains(DESCRIPTION);
        assertThat(stage.draft().value("place")).contains("depan SD 3 Sukamaju");
    }

    @ParameterizedTest
    @CsvSource({"question", "another", "insult", "unclear", "anonymous", "no", "correct"})
    void onlyWhatTellsMoreBecomesPartOfTheReport(String act) {
        stage.does(act, 0.9, "kata kata yang bukan laporan sama sekali");

        assertThat(stage.draft().value("description")).contains(DESCRIPTION);
    }

    @Test
    void whatTellsMoreIsAdded() {
        stage.does("add", 0.6, "lubangnya sedalam lutut");

        assertThat(stage.draft().value("description")).contains(DESCRIPTION + "\nlubangnya sedalam lutut");
    }

    @Test
    void whoWantsNoNameIsShownSoBeforeItIsSent() {
        stage.does("anonymous", 0.9, "jangan sebut nama saya");

        assertThat(stage.does("yes", 0.9, "begitu dikirim saja").ending()).isEqualTo(Ending.REPORTED_ANONYMOUSLY);
    }

    @ParameterizedTest
    @CsvSource({
        "nama sy nanti muncul ga di publik, form.asked.name",
        "emang ini yg ngerjain dinas apa, form.asked.handler",
        "kirim itu maksudnya dikirim kmana, form.asked.handler",
        "lapor gini bayar ga, form.asked.cost",
        "bisa lampirin foto ga pak, form.asked.picture",
        "terus sy liat perkembangannya dmn, form.asked.follow",
        "ini bot apa orang yg bales, form.asked.machine",
        "will someone call me after I send this, form.asked.reply"
    })
    void whatIsAskedOfAReportIsAnswered(String text, String key) {
        Decision answered = stage.does("question", 0.9, text);

        assertThat(answered.ending()).isEqualTo(Ending.FORM_CONFIRM);
        assertThat(answered.replies().toString()).contains(key);
        assertThat(stage.draft().value("name")).isEmpty();
    }

    @Test
    void aQuestionSendsNothing() {
        assertThat(stage.does("yes", 0.9, "kirim ya, tapi ke siapa sih?").ending())
                .isEqualTo(Ending.FORM_CONFIRM);
    }

    private Decision atThePlace(String act, double confidence, String text) {
        stage.conversation = stage.conversation.with(stage.conversation.state().withoutDraft());
        assertThat(stage.say("lapor jalan rusak parah sekali").ending()).isEqualTo(Ending.FORM_ASKED);
        assertThat(stage.draft().asking()).isEqualTo("place");
        return stage.does(act, confidence, text);
    }

    @ParameterizedTest
    @CsvSource({
        "cancel, CANCELLED",
        "person, PERSON_COMES",
        "anonymous, FORM_ASKED",
        "question, FORM_ASKED",
        "another, FORM_ASKED",
        "insult, FORM_ASKED",
        "unclear, FORM_REFUSED"
    })
    void whatDoesSomethingElseIsNoPlace(String act, Ending ending) {
        assertThat(atThePlace(act, 0.6, "begitulah adanya kata orang").ending()).isEqualTo(ending);
        assertThat(stage.conversation.state().draft().flatMap(draft -> draft.value("place")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"cancel, .59", "correct, .9", "add, .9", "yes, .6", "no, .6", "unclear, .59"})
    void otherWordsAreThePlace(String act, double confidence) {
        atThePlace(act, confidence, "lorong tiga pasar");

        assertThat(stage.draft().value("place")).contains("lorong tiga pasar");
    }

    @Test
    void whereAPlaceIsNamedNothingElseIsHeard() {
        atThePlace("insult", 0.9, "depan rumah pak goblok jl melati 3");

        assertThat(stage.draft().value("place")).contains("depan rumah pak goblok jl melati 3");
    }

    @Test
    void anInsultIsNoPlaceWhateverTheModelMakesOfIt() {
        assertThat(atThePlace("correct", 0.9, "goblok").ending()).isEqualTo(Ending.FORM_ASKED);
        assertThat(stage.draft().value("place")).isEmpty();
    }

    @Test
    void moreOfTheMatterIsNoPlace() {
        Decision asked = atThePlace("add", 0.8, "sudah tiga kali ada motor tergelincir");

        assertThat(asked.ending()).isEqualTo(Ending.FORM_ASKED);
        assertThat(stage.draft().value("description"))
                .contains("jalan rusak parah sekali\nsudah tiga kali ada motor tergelincir");
        assertThat(stage.draft().value("place")).isEmpty();
    }

    @Test
    void whoeverIsAskedForThePlaceAgainNamesItAsTheyLike() {
        atThePlace("add", 0.8, "sudah tiga kali ada motor tergelincir");

        stage.does("add", 0.8, "arah pabrik tahu belok kiri terus mentok");

        assertThat(stage.draft().value("place")).contains("arah pabrik tahu belok kiri terus mentok");
    }

    @ParameterizedTest
    @CsvSource({
        "4, buat apa sih, form.why.name",
        "3, kenapa harus tahu, form.why.place",
        "4, bisa dapat uang ya, form.unanswered"
    })
    void whyALineIsAskedForIsSaidAndItIsAskedAgain(String line, String question, String key) {
        stage.say("ubah " + line);
        Decision asked = stage.does("question", 0.8, question);

        assertThat(said(asked)).startsWith(key);
        assertThat(asked.ending()).isEqualTo(Ending.FORM_ASKED);
        assertThat(stage.draft().confirming()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"gausah sebut deh, FORM_CONFIRM", "gausah lapor deh, CANCELLED"})
    void whoWantsNoNameDropsNoReport(String text, Ending ending) {
        stage.say("ubah 4");

        assertThat(stage.does("cancel", 0.9, text).ending()).isEqualTo(ending);
    }

    @Test
    void aReportGoesOnWhereNobodyIsThereToTalkTo() {
        stage.working = false;

        assertThat(stage.does("person", 0.9, "mau ngomong sama yang jaga").ending())
                .isEqualTo(Ending.PERSON_LATER);
        assertThat(stage.draft().paused()).isFalse();
        assertThat(stage.does("yes", 0.9, "begitu dikirim saja").ending()).isEqualTo(Ending.REPORTED);
    }

    @Test
    void howLongItTakesIsThePromiseOfWhoeverIsResponsible() {
        stage.answers = List.of(new Answer.Found(
                Stage.found("apostille").version(),
                Optional.empty(),
                "j",
                "j",
                "j",
                Stage.found("apostille").citation(),
                0.5));
        Decision asked = atThePlace("question", 0.9, "berapa lama diprosesnya?");

        assertThat(asked.replies().getFirst().parts()).startsWith(Part.say("form.promise", new Arg.Count(5)));
        assertThat(asked.ending()).isEqualTo(Ending.FORM_ASKED);
    }

    @ParameterizedTest
    @CsvSource({"add", "unclear", "no", "correct", "anonymous"})
    void aNameAndAWishThatAreToldAreHeardWhateverTheWordsAre(String act) {
        stage.does(act, 0.9, "nama saya Joko Purwanto, jangan telpon saya");

        assertThat(stage.draft().value("name")).contains("Joko Purwanto");
        assertThat(stage.draft().value("contact")).contains("no");
        assertThat(stage.draft().value("description")).contains(DESCRIPTION);
    }

    @ParameterizedTest
    @CsvSource({"nama saya salah", "nama saya jangan ditulis", "namanya mana", "nama saya kok begitu"})
    void whatOnlySpeaksOfTheNameIsNoName(String text) {
        stage.does("correct", 0.9, text);

        assertThat(stage.draft().value("name")).isEmpty();
    }

    @Test
    void whoSendsItWithoutANameHasReadItOver() {
        assertThat(stage.does("anonymous", 0.9, "kirim aja tapi rahasiain siapa saya")
                        .ending())
                .isEqualTo(Ending.REPORTED_ANONYMOUSLY);
    }

    private static List<String> said(Decision decision) {
        return decision.replies().getFirst().parts().stream()
                .filter(Part.Say.class::isInstance)
                .map(part -> ((Part.Say) part).key())
                .toList();
    }
}
