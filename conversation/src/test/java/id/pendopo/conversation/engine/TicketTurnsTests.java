package id.pendopo.conversation.engine;

import static id.pendopo.conversation.engine.Stage.CODE;
import static id.pendopo.conversation.engine.Stage.found;
import static id.pendopo.conversation.engine.Stage.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Attachment;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.InboundMessage.RepliesTo;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Expected;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.dialogue.Floor;
import id.pendopo.conversation.dialogue.State;
import id.pendopo.conversation.understanding.ChoiceIds;
import id.pendopo.ticketing.Suggestions;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketStatus;
import id.pendopo.ticketing.Visibility;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is decided where a ticket is opened, held by an agent, or spoken of. */
class TicketTurnsTests {

    private final Stage stage = new Stage();

    @Test
    void isMuteWhileAnAgentHoldsAndHintsOnce() {
        stage.open = List.of(ticket(TicketStatus.OPEN));
        stage.conversation = stage.conversation.held(Floor.AGENT);
        stage.answers = List.of(found("sim-perpanjang"));

        assertThat(stage.say("berapa biaya sim").replies()).hasSize(1);
        Decision second = stage.say("halo?");
        assertThat(second.replies()).isEmpty();
        assertThat(second.ending()).isEqualTo(Ending.AGENT_HOLDS);
        assertThat(second.commands()).containsExactly(new Command.Add(CODE, "halo?"));
        assertThat(stage.say("kebakaran tolong").ending()).isEqualTo(Ending.EMERGENCY);
        assertThat(stage.conversation.floor()).isEqualTo(Floor.AGENT);
    }

    @Test
    void givesTheWordsToTheTicketWhoseAgentSpokeLast() {
        TicketCode newer = TicketCode.random();
        stage.open = List.of(ticket(newer, TicketStatus.OPEN), ticket(TicketStatus.OPEN));
        stage.conversation = stage.conversation
                .held(Floor.AGENT)
                .with(State.fresh().heldBy(newer.digits()).heldBy(CODE.digits()));

        assertThat(stage.say("di dekat gerbang").commands()).containsExactly(new Command.Add(CODE, "di dekat gerbang"));
        stage.conversation = stage.conversation.with(stage.conversation.state().releasedBy(CODE.digits()));
        assertThat(stage.say("baik").commands()).containsExactly(new Command.Add(newer, "baik"));
    }

    @Test
    void givesTheWordsToTheTicketThatIsAnsweredBeforeTheOneWhoseAgentSpokeLast() {
        TicketCode newer = TicketCode.random();
        stage.open = List.of(ticket(newer, TicketStatus.OPEN), ticket(TicketStatus.OPEN));
        stage.conversation = stage.conversation
                .held(Floor.AGENT)
                .with(State.fresh().heldBy(CODE.digits()).heldBy(newer.digits()));
        InboundMessage letter = InboundMessage.text("test", "m", Stage.NOW, "web", Stage.CITIZEN, "di dekat gerbang");

        assertThat(stage.say(letter.with(new RepliesTo(List.of(), Optional.of(CODE.digits()))))
                        .commands())
                .containsExactly(new Command.Add(CODE, "di dekat gerbang"));
        assertThat(stage.say(letter.with(new RepliesTo(List.of(), Optional.of("4821773029"))))
                        .commands())
                .as("somebody else's ticket")
                .containsExactly(new Command.Add(newer, "di dekat gerbang"));
    }

    @Test
    void hearsWhetherOneTicketIsSolvedWhileTheAgentOfAnotherHolds() {
        TicketCode other = TicketCode.random();
        stage.open = List.of(ticket(other, TicketStatus.OPEN));
        stage.named = Optional.of(new Facts.Named(CODE, Optional.of(ticket(TicketStatus.CLOSED)), Facts.Sight.FULL));
        stage.conversation = stage.conversation
                .held(Floor.AGENT)
                .with(State.fresh()
                        .heldBy(other.digits())
                        .expecting(Expected.What.CLOSING, CODE.digits())
                        .offering(List.of(ChoiceIds.SOLVED + CODE.digits(), ChoiceIds.UNSOLVED + CODE.digits())));

        assertThat(stage.say("pagi").commands()).containsExactly(new Command.Add(other, "pagi"));
        assertThat(stage.say("2").commands()).containsExactly(new Command.DenySolved(CODE, ""));
        assertThat(stage.say("masih berlubang").commands()).containsExactly(new Command.Add(CODE, "masih berlubang"));
        assertThat(stage.say("baik").commands()).containsExactly(new Command.Add(other, "baik"));
        assertThat(stage.conversation.floor()).isEqualTo(Floor.AGENT);
    }

    @Test
    void anonymousReportsLeadNowhere() {
        stage.suggestion = Optional.of(new Suggestions.Guess("pungli", 0.9));
        stage.say("lapor pungli di kelurahan sukamaju");

        Decision decision = stage.pick(ChoiceIds.ANONYMOUS);

        assertThat(decision.commands()).singleElement().isInstanceOfSatisfying(Command.Open.class, opened -> {
            assertThat(opened.ticket().code().digits()).hasSize(16);
            assertThat(opened.ticket().visibility()).isEqualTo(Visibility.ANONYMOUS);
            assertThat(opened.ticket().conversation()).isEmpty();
            assertThat(opened.ticket().phone()).isEmpty();
            assertThat(opened.ticket().contactConsent()).isFalse();
        });
    }

    @Test
    void takesAFileForTheOpenTicketOrAsksWhatItIs() {
        List<Attachment> photo = List.of(new Attachment("image/jpeg", "1"));

        assertThat(stage.send(Optional.empty(), photo).ending()).isEqualTo(Ending.FILE_RECEIVED);
        stage.open = List.of(ticket(TicketStatus.OPEN));
        assertThat(stage.send(Optional.empty(), photo).ending()).isEqualTo(Ending.INFORMATION_ADDED);
    }

    @Test
    void lastFourDigitsOpenWhatACodeAloneDoesNot() {
        stage.named = Optional.of(new Facts.Named(CODE, Optional.of(ticket(TicketStatus.OPEN)), Facts.Sight.CODE_ONLY));
        assertThat(stage.say("status " + CODE.grouped()).ending()).isEqualTo(Ending.STATUS_OTHER);
        stage.named = Optional.of(new Facts.Named(CODE, Optional.of(ticket(TicketStatus.OPEN)), Facts.Sight.REFUSED));
        assertThat(stage.say("0000").ending()).isEqualTo(Ending.PROOF_WRONG);
        stage.named = Optional.of(new Facts.Named(CODE, Optional.of(ticket(TicketStatus.OPEN)), Facts.Sight.FULL));
        assertThat(stage.say("1234").ending()).isEqualTo(Ending.STATUS_OWN);
    }

    @Test
    void letsNobodyConfirmAnothersTicketByPressingItsButton() {
        stage.named =
                Optional.of(new Facts.Named(CODE, Optional.of(ticket(TicketStatus.CLOSED)), Facts.Sight.CODE_ONLY));

        assertThat(stage.pick(ChoiceIds.SOLVED + CODE.digits()).commands()).isEmpty();
        stage.named = Optional.of(new Facts.Named(CODE, Optional.of(ticket(TicketStatus.CLOSED)), Facts.Sight.FULL));
        assertThat(stage.pick(ChoiceIds.SOLVED + CODE.digits()).commands())
                .containsExactly(new Command.ConfirmSolved(CODE));
    }

    @ParameterizedTest
    @CsvSource({"tambah %s lubang,OPEN", "buka lagi %s,CLOSED", "buka lagi %s,OPEN"})
    void aTypedCodeIsNotProvedByTheProofOfAnother(String text, TicketStatus status) {
        stage.conversation = stage.conversation.with(State.fresh()
                .expecting(Expected.What.PROVED, TicketCode.random().digits()));
        stage.named = Optional.of(new Facts.Named(CODE, Optional.of(ticket(status)), Facts.Sight.CODE_ONLY));
        stage.latest = false;

        Decision decision = stage.say(text.formatted(CODE.grouped()));

        assertThat(decision.commands()).isEmpty();
        assertThat(decision.ending()).isEqualTo(Ending.STATUS_OTHER);
    }
}
