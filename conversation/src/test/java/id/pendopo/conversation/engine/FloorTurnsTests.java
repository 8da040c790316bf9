package id.pendopo.conversation.engine;

import static id.pendopo.conversation.engine.Stage.CODE;
import static id.pendopo.conversation.engine.Stage.NOW;
import static id.pendopo.conversation.engine.Stage.found;
import static id.pendopo.conversation.engine.Stage.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.conversation.dialogue.AgentTalk;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Floor;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.State;
import id.pendopo.conversation.understanding.ChoiceIds;
import id.pendopo.knowledge.Answer;
import id.pendopo.ticketing.Suggestions;
import id.pendopo.ticketing.TicketStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who speaks while an agent holds the floor, and how the citizen gets the assistant back. */
class FloorTurnsTests {

    private static final Command BY_THE_CITIZEN = new Command.ReturnFloor(CODE, false);
    private static final Command BY_SILENCE = new Command.ReturnFloor(CODE, true);

    private final Stage stage = new Stage();

    @BeforeEach
    void anAgentHasJustWritten() {
        stage.open = List.of(ticket(TicketStatus.OPEN));
        stage.conversation = stage.conversation
                .held(Floor.AGENT)
                .with(State.fresh().heldBy(CODE.digits()).talking(AgentTalk.at(NOW)));
    }

    private static List<String> said(Decision decision) {
        return decision.replies().stream()
                .flatMap(reply -> reply.parts().stream())
                .flatMap(part -> switch (part) {
                    case Part.Say say -> List.of(say.key()).stream();
                    case Part.Aside aside -> List.of(aside.say().key()).stream();
                    default -> List.<String>of().stream();
                })
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"anonim, REPORTED_ANONYMOUSLY", "kirim, REPORTED"})
    void aReportThatWaitsToBeReadOverIsSentAndNotToldTheAgent(String text, Ending ending) {
        Stage writing = new Stage();
        writing.suggestion = Optional.of(new Suggestions.Guess("jalan-rusak", 0.9));
        assertThat(writing.say("lapor jalan rusak depan SD 3 Sukamaju").ending())
                .isEqualTo(Ending.FORM_CONFIRM);
        writing.open = List.of(ticket(TicketStatus.OPEN));
        State drafting = writing.conversation.state().heldBy(CODE.digits()).talking(AgentTalk.at(NOW));
        writing.conversation = writing.conversation.held(Floor.AGENT).with(drafting);

        Decision sent = writing.say(text);

        assertThat(sent.ending()).isEqualTo(ending);
        assertThat(sent.commands()).noneMatch(Command.Add.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource({
        "MENU, MENU",
        "menu, MENU",
        "asisten, ASSISTANT",
        "Kembali ke asisten, ASSISTANT",
        "bot, ASSISTANT",
        "assistant, ASSISTANT"
    })
    void theCitizenCallsTheAssistantBack(String text, Ending ending) {
        Decision decision = stage.say(text);

        assertThat(decision.ending()).isEqualTo(ending);
        assertThat(said(decision)).contains("agent.left");
        assertThat(decision.commands()).containsExactly(BY_THE_CITIZEN);
        assertThat(stage.conversation.floor()).isEqualTo(Floor.BOT);
        stage.answers = List.of(found("sim-perpanjang"));
        assertThat(stage.say("berapa biaya sim").ending()).isEqualTo(Ending.ANSWERED);
    }

    @ParameterizedTest
    @CsvSource({"STATUS, STATUS_OWN", "BAHASA, LANGUAGE_ASKED", "STOP, BROADCASTS_STOPPED", "BANTUAN, HELP"})
    void otherCommandsAreServedBesideTheAgent(String text, Ending ending) {
        assertThat(stage.say(text).ending()).isEqualTo(ending);
        assertThat(stage.conversation.floor()).isEqualTo(Floor.AGENT);
    }

    @Test
    void cancellingNothingIsSaidSoAndReachesTheAgent() {
        Decision decision = stage.say("BATAL");

        assertThat(said(decision)).containsExactly("cancelled.agent");
        assertThat(decision.commands()).containsExactly(new Command.Add(CODE, "BATAL"));
        assertThat(stage.conversation.floor()).isEqualTo(Floor.AGENT);
    }

    @Test
    void cancelsAFormThatWasBegunBefore() {
        Stage reporting = new Stage();
        reporting.say("lapor");
        stage.conversation = stage.conversation.with(stage.conversation
                .state()
                .drafting(reporting.conversation.state().draft().orElseThrow()));

        assertThat(stage.say("batal").ending()).isEqualTo(Ending.CANCELLED);
        assertThat(stage.conversation.floor()).isEqualTo(Floor.AGENT);
    }

    @Test
    void aButtonOfTheBotIsTheBots() {
        Decision decision = stage.pick(ChoiceIds.REPORT);

        assertThat(decision.ending()).isEqualTo(Ending.FORM_ASKED);
        assertThat(decision.commands()).containsExactly(BY_THE_CITIZEN);
        assertThat(stage.conversation.floor()).isEqualTo(Floor.BOT);
    }

    @Test
    void offersTheAnswerToAClearQuestionOnceAndGivesItWhenCalled() {
        stage.answers = List.of(found("sim-perpanjang"));

        Decision offer = stage.say("berapa biaya sim");
        assertThat(said(offer)).containsExactly("agent.offer");
        assertThat(offer.ending()).isEqualTo(Ending.ASSISTANT_OFFERED);
        assertThat(offer.commands()).containsExactly(new Command.Add(CODE, "berapa biaya sim"));
        assertThat(stage.say("dan syaratnya apa?").replies()).isEmpty();

        Decision answer = stage.say("asisten");
        assertThat(answer.ending()).isEqualTo(Ending.ANSWERED);
        assertThat(answer.commands()).containsExactly(BY_THE_CITIZEN);
        assertThat(stage.conversation.floor()).isEqualTo(Floor.BOT);
    }

    @Test
    void offersToTakeAnotherReportAndTakesItWhenCalled() {
        Decision offer = stage.say("mau lapor sampah menumpuk di pasar Legi");
        assertThat(said(offer)).containsExactly("agent.offer.report");
        assertThat(offer.commands()).hasSize(1);

        assertThat(stage.pick(ChoiceIds.ASSISTANT).responder()).isEqualTo("report");
        assertThat(stage.conversation
                        .state()
                        .draft()
                        .orElseThrow()
                        .value("description")
                        .orElseThrow())
                .contains("sampah menumpuk");
    }

    @Test
    void answersBesideAnAgentWhoIsSilent() {
        stage.answers = List.of(found("sim-perpanjang"));
        stage.now = NOW.plus(Duration.ofMinutes(9));
        assertThat(stage.say("berapa biaya sim").ending()).isEqualTo(Ending.ASSISTANT_OFFERED);

        stage.now = NOW.plus(Duration.ofMinutes(10));
        Decision answer = stage.say("berapa biaya sim");

        assertThat(answer.ending()).isEqualTo(Ending.ANSWERED);
        assertThat(said(answer)).contains("agent.meanwhile");
        assertThat(answer.commands()).containsExactly(new Command.Add(CODE, "berapa biaya sim"));
        assertThat(stage.conversation.floor()).isEqualTo(Floor.AGENT);
    }

    @Test
    void saysOnceWhenTheAgentReadsOutsideHoursAndAnswersAtOnce() {
        stage.working = false;

        Decision later = stage.say("besok saya bawa suratnya");
        assertThat(said(later)).containsExactly("agent.later");
        assertThat(later.commands()).containsExactly(new Command.Add(CODE, "besok saya bawa suratnya"));
        assertThat(stage.say("sekitar jam sembilan").replies()).isEmpty();
        stage.answers = List.of(found("sim-perpanjang"));
        assertThat(stage.say("berapa biaya sim").ending()).isEqualTo(Ending.ANSWERED);
    }

    @Test
    void tellsWhoCallsForAPersonThatOneIsThere() {
        stage.say("halo");
        assertThat(stage.say("halo").replies()).isEmpty();

        assertThat(said(stage.say("petugas"))).containsExactly("agent.holds");
        assertThat(stage.conversation.floor()).isEqualTo(Floor.AGENT);
    }

    @Test
    void theFloorReturnsByItselfWhenTheAgentIsSilentForLong() {
        stage.say("halo");
        stage.now = NOW.plus(Duration.ofMinutes(239));
        assertThat(stage.say("masih di sana").ending()).isEqualTo(Ending.AGENT_HOLDS);

        stage.now = NOW.plus(Duration.ofHours(4));
        stage.answers = List.of(found("sim-perpanjang"));
        Decision answer = stage.say("berapa biaya sim");

        assertThat(answer.ending()).isEqualTo(Ending.ANSWERED);
        assertThat(said(answer)).contains("agent.silent");
        assertThat(answer.commands()).containsExactly(new Command.Add(CODE, "berapa biaya sim"), BY_SILENCE);
        assertThat(stage.conversation.floor()).isEqualTo(Floor.BOT);
        assertThat(said(stage.say("berapa biaya sim"))).doesNotContain("agent.silent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yang di sebelah kiri pagar", "terima kasih"})
    void whatTheBotDoesNotSettleAfterALongSilenceStillReachesTheAgent(String text) {
        stage.now = NOW.plus(Duration.ofHours(5));
        stage.answers = List.of(new Answer.Unknown(0.1));

        assertThat(stage.say(text).commands()).containsExactly(new Command.Add(CODE, text), BY_SILENCE);
    }

    @Test
    void whoIsInDangerIsAnsweredWhoeverHoldsTheFloor() {
        stage.now = NOW.plus(Duration.ofHours(5));

        Decision decision = stage.say("kebakaran tolong");

        assertThat(decision.ending()).isEqualTo(Ending.EMERGENCY);
        assertThat(said(decision)).doesNotContain("agent.silent");
        assertThat(decision.commands()).contains(BY_SILENCE);
    }

    @Test
    void aConversationThatWasHeldBeforeTheTimeWasKeptReturnsAfterItsOwnSilence() {
        stage.conversation =
                stage.conversation.with(State.fresh().heldBy(CODE.digits()).touchedAt(NOW));
        stage.now = NOW.plus(Duration.ofHours(4));

        assertThat(stage.say("berapa biaya sim").commands()).contains(BY_SILENCE);
    }

    @Test
    void theAssistantAnswersToItsNameWithoutAnAgent() {
        Stage alone = new Stage();

        Decision decision = alone.say("asisten");

        assertThat(decision.ending()).isEqualTo(Ending.ASSISTANT);
        assertThat(decision.commands()).isEmpty();
    }
}
