package id.pendopo.conversation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.forms.Draft;
import id.pendopo.knowledge.Answer;
import id.pendopo.knowledge.TextClassifier;
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

    private Decision does(String act, double confidence, String text) {
        stage.taskAct = Optional.of(new TextClassifier.Guess(act, confidence));
        return stage.say(text);
    }

    private Draft draft() {
        return stage.conversation.state().draft().orElseThrow();
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
        assertThat(does(act, 0.5, "apa saja yang dikatakan orang").ending()).isEqualTo(ending);
    }

    @ParameterizedTest
    @CsvSource({"yes, .44", "cancel, .44", "add, .54", "correct, .44", "person, .44"})
    void whatIsNotSureEnoughIsAskedAgainAndChangesNothing(String act, double confidence) {
        Decision again = does(act, confidence, "di depan balai desa saja ya begitu");

        assertThat(again.ending()).isEqualTo(Ending.FORM_CONFIRM);
        assertThat(draft().value("description")).contains(DESCRIPTION);
        assertThat(draft().value("place")).contains("depan SD 3 Sukamaju");
    }

    @ParameterizedTest
    @CsvSource({"question", "another", "insult", "unclear", "anonymous", "no", "correct"})
    void onlyWhatTellsMoreBecomesPartOfTheReport(String act) {
        does(act, 0.9, "kata kata yang bukan laporan sama sekali");

        assertThat(draft().value("description")).contains(DESCRIPTION);
    }

    @Test
    void whatTellsMoreIsAdded() {
        does("add", 0.6, "lubangnya sedalam lutut");

        assertThat(draft().value("description")).contains(DESCRIPTION + "\nlubangnya sedalam lutut");
    }

    @Test
    void aBetterPlaceTakesTheOldOnesPlaceAndIsSaid() {
        Decision changed = does("correct", 0.9, "bukan depan SD 3 Sukamaju tapi di jl kenanga");

        assertThat(draft().value("place")).contains("jl kenanga");
        assertThat(draft().value("description")).contains(DESCRIPTION);
        assertThat(asides(changed)).hasSize(1);
        assertThat(asides(Engine.briefer(changed))).isEmpty();
    }

    @Test
    void anotherKindTakesItsDescriptionAlong() {
        stage.suggestion = Optional.of(new Suggestions.Guess("lampu-jalan", 0.8));

        does("correct", 0.9, "bukan jalan, lampu mati di depan balai desa karangjati");

        assertThat(draft().value("category")).contains("lampu-jalan");
        assertThat(draft().value("place")).contains("depan balai desa karangjati");
        assertThat(draft().value("description")).contains("lampu mati di depan balai desa karangjati");
    }

    @Test
    void anotherKindWithoutWordsOfItsOwnIsDescribedAnew() {
        stage.suggestion = Optional.of(new Suggestions.Guess("lampu-jalan", 0.8));

        Decision asked = does("correct", 0.9, "lampu jalan loh bukan jalan rusak");

        assertThat(asked.ending()).isEqualTo(Ending.FORM_ASKED);
        assertThat(draft().value("category")).contains("lampu-jalan");
        assertThat(draft().value("description")).isEmpty();
        assertThat(draft().asking()).isEqualTo("description");
    }

    @Test
    void whoWantsNoNameIsShownSoBeforeItIsSent() {
        does("anonymous", 0.9, "jangan sebut nama saya");

        assertThat(does("yes", 0.9, "begitu dikirim saja").ending()).isEqualTo(Ending.REPORTED_ANONYMOUSLY);
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
        Decision answered = does("question", 0.9, text);

        assertThat(answered.ending()).isEqualTo(Ending.FORM_CONFIRM);
        assertThat(answered.replies().toString()).contains(key);
        assertThat(draft().value("name")).isEmpty();
    }

    @Test
    void aQuestionSendsNothing() {
        assertThat(does("yes", 0.9, "kirim ya, tapi ke siapa sih?").ending()).isEqualTo(Ending.FORM_CONFIRM);
    }

    @Test
    void aNameThatIsTakenBackMakesRoomWithinThePlace() {
        stage.suggestion = Optional.of(new Suggestions.Guess("jalan-rusak", 0.9));

        does("correct", 0.9, "bukan sukamaju, sukamulya");

        assertThat(draft().value("place")).contains("depan SD 3 sukamulya");
        assertThat(draft().value("description")).contains(DESCRIPTION);
    }

    @Test
    void whatIsMeantIsAddedWhereItsKindIsNotSure() {
        stage.suggestion = Optional.of(new Suggestions.Guess("lampu-jalan", 0.3));

        Decision changed = does("correct", 0.9, "pagarnya yg miring, bukan jalan");

        assertThat(draft().value("description")).contains(DESCRIPTION + "\npagarnya yg miring, bukan jalan");
        assertThat(draft().value("category")).contains("jalan-rusak");
        assertThat(asides(changed)).hasSize(1);
    }

    @Test
    void whoSaysWhatTheyMeantCorrects() {
        stage.suggestion = Optional.of(new Suggestions.Guess("lampu-jalan", 0.7));

        does("unclear", 0.9, "maksudnya lampunya yg mati, jalannya mah aman");

        assertThat(draft().value("category")).contains("lampu-jalan");
        assertThat(draft().value("description")).contains("lampunya yg mati, jalannya mah aman");
    }

    @ParameterizedTest
    @CsvSource({
        "'tempatnya yg bener jembatan kali bening', jembatan kali bening",
        "'no, the street next to it, Jalan Dahlia', Jalan Dahlia"
    })
    void aBetterPlaceIsNoOtherKind(String text, String place) {
        stage.suggestion = Optional.of(new Suggestions.Guess("banjir-drainase", 0.9));

        does("correct", 0.9, text);

        assertThat(draft().value("place")).contains(place);
        assertThat(draft().value("category")).contains("jalan-rusak");
        assertThat(draft().value("description")).contains(DESCRIPTION);
    }

    @Test
    void theSameMatterIsToldBetter() {
        stage.suggestion = Optional.of(new Suggestions.Guess("jalan-rusak", 0.9));

        does("correct", 0.9, "trotoarnya yg ambles, bukan jalan rusak");

        assertThat(draft().value("description")).contains("trotoarnya yg ambles");
        assertThat(draft().value("place")).contains("depan SD 3 Sukamaju");
    }

    private static List<Part> asides(Decision decision) {
        return decision.replies().stream()
                .flatMap(reply -> reply.parts().stream())
                .filter(Part.Aside.class::isInstance)
                .toList();
    }

    private Decision atThePlace(String act, double confidence, String text) {
        stage.conversation = stage.conversation.with(stage.conversation.state().withoutDraft());
        assertThat(stage.say("lapor jalan rusak parah sekali").ending()).isEqualTo(Ending.FORM_ASKED);
        assertThat(draft().asking()).isEqualTo("place");
        return does(act, confidence, text);
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

        assertThat(draft().value("place")).contains("lorong tiga pasar");
    }

    @Test
    void whereAPlaceIsNamedNothingElseIsHeard() {
        atThePlace("insult", 0.9, "depan rumah pak goblok jl melati 3");

        assertThat(draft().value("place")).contains("depan rumah pak goblok jl melati 3");
    }

    @Test
    void anInsultIsNoPlaceWhateverTheModelMakesOfIt() {
        assertThat(atThePlace("correct", 0.9, "goblok").ending()).isEqualTo(Ending.FORM_ASKED);
        assertThat(draft().value("place")).isEmpty();
    }

    @Test
    void moreOfTheMatterIsNoPlace() {
        Decision asked = atThePlace("add", 0.8, "sudah tiga kali ada motor tergelincir");

        assertThat(asked.ending()).isEqualTo(Ending.FORM_ASKED);
        assertThat(draft().value("description"))
                .contains("jalan rusak parah sekali\nsudah tiga kali ada motor tergelincir");
        assertThat(draft().value("place")).isEmpty();
    }

    @Test
    void whoeverIsAskedForThePlaceAgainNamesItAsTheyLike() {
        atThePlace("add", 0.8, "sudah tiga kali ada motor tergelincir");

        does("add", 0.8, "arah pabrik tahu belok kiri terus mentok");

        assertThat(draft().value("place")).contains("arah pabrik tahu belok kiri terus mentok");
    }

    @ParameterizedTest
    @CsvSource({
        "4, buat apa sih, form.why.name",
        "3, kenapa harus tahu, form.why.place",
        "4, bisa dapat uang ya, form.unanswered"
    })
    void whyALineIsAskedForIsSaidAndItIsAskedAgain(String line, String question, String key) {
        stage.say("ubah " + line);
        Decision asked = does("question", 0.8, question);

        assertThat(said(asked)).startsWith(key);
        assertThat(asked.ending()).isEqualTo(Ending.FORM_ASKED);
        assertThat(draft().confirming()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"gausah sebut deh, FORM_CONFIRM", "gausah lapor deh, CANCELLED"})
    void whoWantsNoNameDropsNoReport(String text, Ending ending) {
        stage.say("ubah 4");

        assertThat(does("cancel", 0.9, text).ending()).isEqualTo(ending);
    }

    @Test
    void aMatterThatTakesSomethingBackIsACorrection() {
        stage.suggestion = Optional.of(new Suggestions.Guess("lampu-jalan", 0.8));

        does("another", 0.9, "bukan jalan, maksud saya lampu mati di depan balai desa karangjati");

        assertThat(draft().value("category")).contains("lampu-jalan");
        assertThat(stage.conversation.state().later()).isEmpty();
    }

    @Test
    void aReportGoesOnWhereNobodyIsThereToTalkTo() {
        stage.working = false;

        assertThat(does("person", 0.9, "mau ngomong sama yang jaga").ending()).isEqualTo(Ending.PERSON_LATER);
        assertThat(draft().paused()).isFalse();
        assertThat(does("yes", 0.9, "begitu dikirim saja").ending()).isEqualTo(Ending.REPORTED);
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
        does(act, 0.9, "nama saya Joko Purwanto, jangan telpon saya");

        assertThat(draft().value("name")).contains("Joko Purwanto");
        assertThat(draft().value("contact")).contains("no");
        assertThat(draft().value("description")).contains(DESCRIPTION);
    }

    @ParameterizedTest
    @CsvSource({"nama saya salah", "nama saya jangan ditulis", "namanya mana", "nama saya kok begitu"})
    void whatOnlySpeaksOfTheNameIsNoName(String text) {
        does("correct", 0.9, text);

        assertThat(draft().value("name")).isEmpty();
    }

    @Test
    void theKindAloneIsCorrectedByItsName() {
        Decision changed = does("correct", 0.9, "jenisnya keliru, itu banjir");

        assertThat(draft().value("category")).contains("banjir-drainase");
        assertThat(draft().value("description")).contains(DESCRIPTION);
        assertThat(asides(changed))
                .containsExactly(
                        new Part.Aside(Part.say("form.changed", new Arg.Terms(List.of("form.label.category")))));
    }

    @Test
    void whoSendsItWithoutANameHasReadItOver() {
        assertThat(does("anonymous", 0.9, "kirim aja tapi rahasiain siapa saya").ending())
                .isEqualTo(Ending.REPORTED_ANONYMOUSLY);
    }

    private static List<String> said(Decision decision) {
        return decision.replies().getFirst().parts().stream()
                .filter(Part.Say.class::isInstance)
                .map(part -> ((Part.Say) part).key())
                .toList();
    }
}
