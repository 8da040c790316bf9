package id.pendopo.conversation.engine;

import static id.pendopo.conversation.engine.Stage.CODE;
import static id.pendopo.conversation.engine.Stage.NOW;
import static id.pendopo.conversation.engine.Stage.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Address;
import id.pendopo.conversation.TestKinds;
import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Expected;
import id.pendopo.conversation.dialogue.Expected.What;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.dialogue.Facts.Sight;
import id.pendopo.conversation.dialogue.Floor;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.Passcode;
import id.pendopo.conversation.dialogue.State;
import id.pendopo.conversation.dialogue.Transfer;
import id.pendopo.conversation.forms.Draft;
import id.pendopo.conversation.forms.FormFile;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketStatus;
import id.pendopo.ui.CountryPack;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is decided where a citizen goes from one conversation to another. */
class TransferTurnsTests {

    private static final Passcode SIX = new Passcode("482913");
    private static final Draft DRAFT = Draft.of(FormFile.report(CountryPack.chosen()), NOW.minus(Duration.ofDays(2)))
            .with("description", "jalan rusak dekat pasar");

    private final Stage stage = new Stage();

    private static Conversation there(Draft draft) {
        return Conversation.fresh(8, new Address("sms", "+6281200005678"), TestKinds.SMS, Locale.ENGLISH)
                .with(State.fresh().drafting(draft));
    }

    private static Draft version(int version) {
        return new Draft(
                DRAFT.form(), version, DRAFT.values(), DRAFT.asking(), 1, 0, false, DRAFT.touched(), DRAFT.origin());
    }

    private void draws(Draft draft) {
        stage.conversation = stage.conversation.with(State.fresh().drafting(draft));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PINDAH", "lanjut di telegram", "Pindah ke SMS", "continue by phone", "move"})
    void aRunningFormIsLentByACode(String words) {
        draws(DRAFT);
        stage.transfer = Optional.of(new Transfer.Wanted(SIX, true));

        Decision decision = stage.say(words);

        assertThat(decision.ending()).isEqualTo(Ending.MOVE_OFFERED);
        assertThat(decision.commands()).containsExactly(new Command.Lend(SIX));
        assertThat(decision.after().state().draft()).contains(DRAFT);
    }

    @Test
    void tooManyCodesAreNotGiven() {
        draws(DRAFT);
        stage.transfer = Optional.of(new Transfer.Wanted(SIX, false));

        Decision decision = stage.say("pindah");

        assertThat(decision.ending()).isEqualTo(Ending.CODE_OFTEN);
        assertThat(decision.commands()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pindah", "mau pindah rumah", "pindah domisili ke bandung"})
    void whoMovesHouseIsNotSentElsewhere(String words) {
        assertThat(stage.say(words).responder()).isNotEqualTo("elsewhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PINDAH 482913", "pindah 482 913", "Move 482-913", "482913"})
    void theFormGoesOnWhereItsCodeIsTypedInItsOwnLanguage(String words) {
        stage.transfer = Optional.of(new Transfer.Found(there(DRAFT)));

        Decision decision = stage.say(words);

        assertThat(decision.ending()).isEqualTo(Ending.MOVED);
        assertThat(decision.after().language()).isEqualTo(Locale.ENGLISH);
        assertThat(decision.after().state().draft())
                .hasValueSatisfying(draft -> assertThat(draft.values()).isEqualTo(DRAFT.values()));
        assertThat(decision.commands()).containsExactly(new Command.TakeOver(8, Optional.of(DRAFT), "web"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"482913", "kode 482913"})
    void sixDigitsForAnAgentAreTheAgents(String words) {
        stage.open = List.of(ticket(TicketStatus.OPEN));
        stage.conversation = stage.conversation.held(Floor.AGENT);
        stage.transfer = Optional.of(new Transfer.Refused());

        assertThat(stage.say(words).commands()).containsExactly(new Command.Add(CODE, words));
    }

    @Test
    void aFormOfAnotherVersionDoesNotComeAlong() {
        stage.transfer = Optional.of(new Transfer.Found(there(version(DRAFT.version() + 1))));

        assertThat(stage.say("pindah 482913").after().state().draft()).isEmpty();
    }

    @Test
    void aFormHereIsNotOverwritten() {
        draws(DRAFT);
        stage.transfer = Optional.of(new Transfer.Found(there(DRAFT)));

        Decision decision = stage.say("pindah 482913");

        assertThat(decision.ending()).isEqualTo(Ending.MOVE_OCCUPIED);
        assertThat(decision.commands()).isEmpty();
    }

    @Test
    void theDoorThatWasLeftIsToldOnce() {
        stage.conversation = stage.conversation.with(State.fresh().expecting(What.MOVED, "telegram"));
        Part away = Part.say("moved.away", new Arg.Line("telegram"));

        assertThat(stage.say("halo").replies().getFirst().parts()).contains(away);
        assertThat(stage.say("halo").replies().getFirst().parts()).doesNotContain(away);
    }

    @Test
    void aProofMovesTheTicketAndTheAgentWhoHoldsIt() {
        stage.latest = false;
        stage.conversation = stage.conversation.with(State.fresh().expecting(What.PROOF, CODE.digits()));
        stage.named = Optional.of(new Facts.Named(CODE, Optional.of(ticket(TicketStatus.OPEN)), Sight.FULL));
        stage.transfer = Optional.of(new Transfer.Proved(Transfer.Proof.DIGITS, true));

        Decision decision = stage.say("1234");

        assertThat(decision.ending()).isEqualTo(Ending.CONTINUED_HERE);
        assertThat(decision.commands()).containsExactly(new Command.Continue(CODE, Transfer.Proof.DIGITS));
        assertThat(decision.after().floor()).isEqualTo(Floor.AGENT);
        assertThat(decision.after().state().held()).isEqualTo(List.of(CODE.digits()));
        assertThat(decision.after().state().ticketed()).isTrue();
    }

    @Test
    void aReceiptProvesButMovesNothing() {
        TicketCode receipt = TicketCode.anonymousReceipt();
        stage.named =
                Optional.of(new Facts.Named(receipt, Optional.of(ticket(receipt, TicketStatus.OPEN)), Sight.FULL));
        stage.transfer = Optional.of(new Transfer.Proved(Transfer.Proof.DIGITS, false));

        Decision decision = stage.say("status " + receipt.grouped());

        assertThat(decision.ending()).isEqualTo(Ending.STATUS_OWN);
        assertThat(decision.commands()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"KODE", "minta kode", "send me a code"})
    void aCodeIsSentToProveATicket(String words) {
        stage.conversation = stage.conversation.with(State.fresh().expecting(What.PROOF, CODE.digits()));
        stage.named = Optional.of(new Facts.Named(CODE, Optional.of(ticket(TicketStatus.OPEN)), Sight.CODE_ONLY));
        stage.transfer = Optional.of(new Transfer.Wanted(SIX, true));

        Decision decision = stage.say(words);

        assertThat(decision.commands()).containsExactly(new Command.SendCode(CODE, SIX));
        assertThat(decision.after().state().expected()).contains(new Expected(What.PROOF, CODE.digits()));
        assertThat(decision.toString()).doesNotContain("482913");
    }
}
