package id.pendopo.conversation.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Address;
import id.pendopo.channels.Capabilities;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Limits.ReplyPolicy.Verdict;
import id.pendopo.conversation.TestKinds;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.dialogue.Floor;
import id.pendopo.conversation.dialogue.Pace;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.understanding.Phrasebook;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ui.CountryPack;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LineGuardTests {

    private static final Phrasebook PHRASES = Phrasebook.of(CountryPack.chosen());

    private final LineGuard guard = new LineGuard();
    private Instant now = Instant.parse("2026-03-17T02:00:00Z");
    private Conversation conversation = on(TestKinds.SMS);

    private static Conversation on(Capabilities line) {
        return Conversation.fresh(7, new Address("line", "+6281200001234"), line, Locale.of("id"));
    }

    @Test
    void answersWhileTheLineMay() {
        assertThat(finish("syarat kk", Verdict.OPEN, Ending.ANSWERED, "answered")
                        .ending())
                .isEqualTo(Ending.ANSWERED);
    }

    @Test
    void tellsOnceADayThatTheLineHasSpentWhatItMay() {
        Decision first = finish("syarat kk", Verdict.CEILING, Ending.ANSWERED, "answered");
        now = now.plus(Duration.ofHours(2));
        Decision second = finish("bayar ga bu", Verdict.CEILING, Ending.ANSWERED, "answered");
        now = now.plus(Duration.ofHours(22));
        Decision tomorrow = finish("syarat kk", Verdict.CEILING, Ending.ANSWERED, "answered");

        assertThat(first.ending()).isEqualTo(Ending.LINE_CEILING);
        assertThat(first.replies())
                .singleElement()
                .satisfies(reply -> assertThat(reply.parts()).containsExactly(Part.say("line.ceiling")));
        assertThat(second.replies()).isEmpty();
        assertThat(tomorrow.replies()).hasSize(1);
    }

    @Test
    void paysNothingForACountryThatTheLineDoesNotWriteTo() {
        Decision decision = finish("syarat kk", Verdict.COUNTRY, Ending.ANSWERED, "answered");

        assertThat(decision.ending()).isEqualTo(Ending.LINE_COUNTRY);
        assertThat(decision.replies()).isEmpty();
    }

    @Test
    void tellsThatCountryWhereWordsAreFree() {
        conversation = on(TestKinds.WEB);

        assertThat(finish("syarat kk", Verdict.COUNTRY, Ending.ANSWERED, "answered")
                        .replies())
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void helpsWhoIsInDangerWhateverTheLineMay(Verdict verdict) {
        Decision decision = finish("rumah saya kebakaran", verdict, Ending.EMERGENCY, "emergency.noted");

        assertThat(decision.ending()).isEqualTo(Ending.EMERGENCY);
        assertThat(decision.replies()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void leavesTheAgentsTalkAlone(Verdict verdict) {
        conversation = conversation.held(Floor.AGENT);

        assertThat(finish("terima kasih", verdict, Ending.AGENT_HOLDS, "agent.holds")
                        .ending())
                .isEqualTo(Ending.AGENT_HOLDS);
    }

    @Test
    void doesWhatTheDeskWasToDoWithoutAWord() {
        now = now.plusSeconds(1);
        finish("syarat kk", Verdict.CEILING, Ending.ANSWERED, "answered");
        TurnContext context = context("petugas", Verdict.CEILING);
        Decision handed = Decision.of(context, Ending.PERSON_COMES, Part.say("person.comes"))
                .command(new Command.ConfirmSolved(TicketCode.random()));

        Decision decision = guard.finish(context, handed);

        assertThat(decision.commands()).hasSize(1);
        assertThat(decision.replies()).isEmpty();
    }

    /** As in a turn, where the loop guard looks at it afterwards. */
    private Decision finish(String text, Verdict verdict, Ending ending, String key) {
        TurnContext context = context(text, verdict);
        Decision guarded = guard.finish(context, Decision.of(context, ending, Part.say(key)));
        Decision finished = new LoopGuard().finish(context, guarded);
        conversation = finished.after();
        return finished;
    }

    private TurnContext context(String text, Verdict verdict) {
        InboundMessage message =
                InboundMessage.text("line", "m", now, conversation.kind(), conversation.address(), text);
        Facts.Line line = new Facts.Line(verdict, Pace.Limits.STANDARD);
        return TurnContext.of(PHRASES, conversation, message, LoopGuardTests.facts(line), now);
    }
}
