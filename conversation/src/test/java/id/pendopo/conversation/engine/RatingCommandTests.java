package id.pendopo.conversation.engine;

import static id.pendopo.conversation.engine.Stage.CODE;
import static id.pendopo.conversation.engine.Stage.NOW;
import static id.pendopo.conversation.engine.Stage.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Expected.What;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.dialogue.State;
import id.pendopo.conversation.understanding.Phrasebook;
import id.pendopo.conversation.understanding.RateCommand;
import id.pendopo.ticketing.Rating;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketStatus;
import id.pendopo.ui.CountryPack;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "NILAI", the number of a ticket and a score, at any time and by anybody. */
class RatingCommandTests {

    private static final Rating GOOD = new Rating(4);

    private final Stage stage = new Stage();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NILAI %s 4",
                "nilai: %s, 4",
                "niali %s 4",
                "rate %s 4",
                "Beri nilai 4 %s",
                "nilai %s puas",
                "NILAI %s 4/5"
            })
    void ratesByCommandAtAnyTime(String text) {
        named(TicketStatus.CONFIRMED);

        assertThat(stage.say(text.formatted(CODE.grouped())).commands())
                .containsExactly(new Command.Rate(CODE, GOOD, ""));
        assertThat(stage.say(text.formatted(CODE.digits())).commands())
                .containsExactly(new Command.Rate(CODE, GOOD, ""));
    }

    @Test
    void takesTheReasonWithTheCommand() {
        named(TicketStatus.CONFIRMED);

        Decision decision = stage.say("NILAI " + CODE.grouped() + " 2, lama, tidak ada kabar");

        assertThat(decision.commands()).containsExactly(new Command.Rate(CODE, new Rating(2), "lama, tidak ada kabar"));
        assertThat(stage.conversation.state().expected()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NILAI %s 0", "NILAI %s 6", "NILAI %s bagus", "NILAI %s mantap jiwa"})
    void saysWhatToDoWithABadCommand(String text) {
        named(TicketStatus.CONFIRMED);

        Decision decision = stage.say(text.formatted(CODE.grouped()));

        assertThat(decision.ending()).isEqualTo(Ending.RATING_REFUSED);
        assertThat(decision.commands()).isEmpty();
    }

    @Test
    void asksWhichTicketOrForTheDigitThatIsMissing() {
        stage.latest = false;
        assertThat(stage.say("NILAI").ending()).isEqualTo(Ending.RATING_WHICH);
        assertThat(stage.say("NILAI 5").ending()).isEqualTo(Ending.RATING_WHICH);
        assertThat(stage.say("NILAI 482 177 302 5").ending()).isEqualTo(Ending.STATUS_MISCOUNTED);
        assertThat(stage.say("nilai jual tanah saya").ending()).isEqualTo(Ending.ESCALATED);
        named(TicketStatus.CLOSED);
        stage.latest = true;
        assertThat(stage.say("NILAI").ending()).isEqualTo(Ending.RATING_ASKED);
        assertThat(stage.say("nilai 5").commands()).containsExactly(new Command.Rate(CODE, new Rating(5), ""));
    }

    @Test
    void aTicketThatIsWorkedIsNotRatedYet() {
        named(TicketStatus.OPEN);

        Decision decision = stage.say("NILAI " + CODE.grouped() + " 4");

        assertThat(decision.ending()).isEqualTo(Ending.RATING_EARLY);
        assertThat(decision.commands()).isEmpty();
    }

    @Test
    void readsTheLastFourDigitsBetweenTheNumberAndTheScore() {
        RateCommand command = Phrasebook.of(CountryPack.chosen())
                .rateCommands()
                .read("NILAI " + CODE.grouped() + " 7890 4 ramah")
                .orElseThrow();

        assertThat(command.code()).contains(CODE);
        assertThat(command.proof()).contains("7890");
        assertThat(command.score()).isEqualTo("4");
        assertThat(command.remark()).isEqualTo("ramah");
    }

    @Test
    void nobodyRatesAnothersTicket() {
        stage.named =
                Optional.of(new Facts.Named(CODE, Optional.of(ticket(TicketStatus.CONFIRMED)), Facts.Sight.CODE_ONLY));
        stage.latest = false;

        Decision decision = stage.say("NILAI " + CODE.grouped() + " 1");
        assertThat(decision.ending()).isEqualTo(Ending.STATUS_OTHER);
        assertThat(decision.commands()).isEmpty();
        assertThat(stage.pick("rate:" + CODE + ":1").commands()).isEmpty();
        assertThat(stage.say("NILAI 1").ending()).isEqualTo(Ending.RATING_WHICH);
        expecting(What.PROVED);
        assertThat(stage.say("NILAI " + CODE.grouped() + " 1").commands()).hasSize(1);
        stage.conversation = stage.conversation.with(
                State.fresh().expecting(What.RATING, TicketCode.random().digits()));
        assertThat(stage.say("NILAI " + CODE.grouped() + " 1").commands()).isEmpty();
    }

    private void named(TicketStatus status) {
        stage.named = Optional.of(new Facts.Named(CODE, Optional.of(ticket(status)), Facts.Sight.FULL));
    }

    private void expecting(What what) {
        stage.conversation =
                stage.conversation.with(State.fresh().greeting().touchedAt(NOW).expecting(what, CODE.digits()));
    }
}
