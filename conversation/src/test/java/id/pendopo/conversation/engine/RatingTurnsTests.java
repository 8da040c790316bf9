package id.pendopo.conversation.engine;

import static id.pendopo.conversation.engine.Stage.CODE;
import static id.pendopo.conversation.engine.Stage.NOW;
import static id.pendopo.conversation.engine.Stage.found;
import static id.pendopo.conversation.engine.Stage.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Call;
import id.pendopo.conversation.TestKinds;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Expected;
import id.pendopo.conversation.dialogue.Expected.What;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.dialogue.Floor;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.State;
import id.pendopo.conversation.understanding.ChoiceIds;
import id.pendopo.knowledge.TextClassifier;
import id.pendopo.ticketing.Rating;
import id.pendopo.ticketing.Suggestions;
import id.pendopo.ticketing.TicketStatus;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is decided where a citizen is asked how content they are, and where they say so by themselves. */
class RatingTurnsTests {

    private static final Rating GOOD = new Rating(4);

    private final Stage stage = new Stage();

    @Test
    void asksForARatingWithinTheAnswerToTheClosing() {
        named(TicketStatus.CLOSED);
        expecting(What.CLOSING);

        Decision decision = stage.say("ya, selesai");

        assertThat(decision.ending()).isEqualTo(Ending.SOLVED);
        assertThat(decision.commands()).containsExactly(new Command.ConfirmSolved(CODE));
        assertThat(decision.replies()).hasSize(1);
        assertThat(decision.offered())
                .hasSize(5)
                .first()
                .isEqualTo("rate:" + CODE.digits() + ":1")
                .matches(id -> id.length() <= 64);
        assertThat(stage.conversation.state().expected()).contains(new Expected(What.RATING, CODE.digits()));
    }

    @Test
    void doesNotAskWhoHasRatedAlreadyNorBetweenAnAgentsWords() {
        expecting(What.CLOSING);
        stage.named = Optional.of(new Facts.Named(
                CODE, Optional.of(ticket(CODE, TicketStatus.CLOSED, Optional.of(GOOD))), Facts.Sight.FULL));
        assertThat(stage.say("sudah").offered()).isEmpty();

        named(TicketStatus.CLOSED);
        expecting(What.CLOSING);
        stage.conversation = stage.conversation.held(Floor.AGENT);
        assertThat(stage.pick(ChoiceIds.SOLVED + CODE.digits()).offered()).isEmpty();
    }

    @Test
    void doesNotAskWhoSaysThatItIsNotSolved() {
        named(TicketStatus.CLOSED);
        expecting(What.CLOSING);

        assertThat(stage.say("belum").ending()).isEqualTo(Ending.NOT_SOLVED_WHY);
        assertThat(stage.conversation.state().expected()).contains(new Expected(What.REASON, CODE.digits()));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "5, 5",
        "nilai 4, 4",
        "4/5, 4",
        "bintang 3, 3",
        "3 dari 5, 3",
        "puas, 4",
        "Tidak puas!, 2",
        "sangat puas, 5",
        "bagus sekali, 5",
        "jelek, 2",
        "very dissatisfied, 1",
        "cukup puas, 3"
    })
    void readsARating(String text, int score) {
        asked();

        Decision decision = stage.say(text);

        assertThat(decision.ending()).isEqualTo(Ending.RATED);
        assertThat(decision.commands()).containsExactly(new Command.Rate(CODE, new Rating(score), ""));
        assertThat(stage.conversation.state().expected()).contains(new Expected(What.RATING_REASON, CODE.digits()));
    }

    @Test
    void takesTheTypedNumberOfAButtonAndTheButtonItself() {
        asked();
        stage.conversation = stage.conversation.with(
                stage.conversation.state().offering(List.of("rate:" + CODE + ":1", "rate:" + CODE + ":2")));
        assertThat(stage.say("2").commands()).containsExactly(new Command.Rate(CODE, new Rating(2), ""));
        assertThat(stage.pick("rate:" + CODE + ":5").commands())
                .containsExactly(new Command.Rate(CODE, new Rating(5), ""));
        assertThat(stage.pick("rate:" + CODE + ":9").commands()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "6", "10", "-1", "4,5", "bagus", "lumayan"})
    void saysWhatToDoWithWhatIsNoRating(String text) {
        asked();

        assertThat(stage.say(text).ending()).isEqualTo(Ending.RATING_REFUSED);
        assertThat(stage.say("4").commands()).containsExactly(new Command.Rate(CODE, GOOD, ""));
    }

    @Test
    void zeroIsAPersonAgainOnceADayHasPassed() {
        asked();
        stage.conversation =
                stage.conversation.with(stage.conversation.state().touchedAt(NOW.minus(Duration.ofDays(2))));

        assertThat(stage.say("0").ending()).isEqualTo(Ending.PERSON_COMES);
    }

    @ParameterizedTest
    @CsvSource({"menu, MENU", "makasih, THANKED", "petugas, PERSON_COMES", "lapor, FORM_ASKED", "buka lagi, REOPENED"})
    void letsEverythingElseGoItsUsualWay(String text, Ending ending) {
        asked();

        assertThat(stage.say(text).ending()).isEqualTo(ending);
    }

    @Test
    void addsWhatShouldBeBetter() {
        explaining();

        Decision decision = stage.say("petugasnya lama sekali datang");

        assertThat(decision.ending()).isEqualTo(Ending.RATING_EXPLAINED);
        assertThat(decision.commands()).containsExactly(new Command.Rate(CODE, GOOD, "petugasnya lama sekali datang"));
        assertThat(stage.conversation.state().expected()).isEmpty();
        assertThat(stage.say("jalannya juga").commands()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "tidak ada, RATING_SKIPPED", "lewati, RATING_SKIPPED", "tidak, RATING_SKIPPED", "makasih ya, THANKED",
        "menu, MENU", "status, STATUS_OWN", "lapor sampah menumpuk di pasar, FORM_ASKED", "halo, GREETED"
    })
    void theReasonIsSkippedByAnythingElse(String text, Ending ending) {
        explaining();
        Decision decision = stage.say(text);

        assertThat(decision.ending()).isEqualTo(ending);
        assertThat(decision.commands()).isEmpty();
        assertThat(stage.conversation.state().expected())
                .isNotEqualTo(Optional.of(new Expected(What.RATING_REASON, CODE.digits())));
    }

    @Test
    void aQuestionOrAComplaintAboutSomethingElseIsNoReason() {
        explaining();
        stage.answers = List.of(found("sim-perpanjang"));
        assertThat(stage.say("berapa biaya sim").ending()).isEqualTo(Ending.ANSWERED);

        explaining();
        stage.answers = List.of();
        stage.suggestion = Optional.of(new Suggestions.Guess("sampah", 0.9));
        stage.act = Optional.of(new TextClassifier.Guess("complaint", 0.9));
        assertThat(stage.say("sampah menumpuk bau di pasar baru").commands()).isEmpty();

        explaining();
        assertThat(stage.say("petugas baru datang tiga minggu kemudian").ending())
                .isEqualTo(Ending.RATING_EXPLAINED);

        explaining();
        stage.suggestion = Optional.of(new Suggestions.Guess("jalan-rusak", 0.9));
        assertThat(stage.say("jalan berlubang itu lama sekali ditambal").ending())
                .isEqualTo(Ending.RATING_EXPLAINED);
    }

    @Test
    void aSilentCallerIsNotAskedAgain() {
        stage.conversation = Conversation.fresh(7, Stage.CITIZEN, TestKinds.VOICE, Locale.of("id"));
        asked();

        Decision decision = stage.pick(Call.SILENT + "1");

        assertThat(decision.ending()).isEqualTo(Ending.RATING_SKIPPED);
        assertThat(decision.replies().getFirst().parts()).contains(Part.say("call.more"));
        assertThat(stage.pick(Call.SILENT + "2").ending()).isEqualTo(Ending.UNHEARD);
    }

    private void named(TicketStatus status) {
        stage.named = Optional.of(new Facts.Named(CODE, Optional.of(ticket(status)), Facts.Sight.FULL));
    }

    private void expecting(What what) {
        stage.conversation =
                stage.conversation.with(State.fresh().greeting().touchedAt(NOW).expecting(what, CODE.digits()));
    }

    private void asked() {
        named(TicketStatus.CONFIRMED);
        expecting(What.RATING);
    }

    private void explaining() {
        stage.named = Optional.of(new Facts.Named(
                CODE, Optional.of(ticket(CODE, TicketStatus.CONFIRMED, Optional.of(GOOD))), Facts.Sight.FULL));
        expecting(What.RATING_REASON);
    }
}
