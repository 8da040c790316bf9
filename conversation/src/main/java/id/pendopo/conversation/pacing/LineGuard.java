package id.pendopo.conversation.pacing;

import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Finisher;
import id.pendopo.conversation.dialogue.Floor;
import id.pendopo.conversation.dialogue.Pace;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.TurnContext;
import java.util.List;

/**
 * A finisher that keeps to what a line may spend and where it may write: messages are understood and kept, and what the desk
 * was to do is done, but the bot says nothing. Help in danger and the number of a report go out in any case. In a call
 * somebody waits for words, so that calls are counted and not cut.
 */
final class LineGuard implements Finisher {

    @Override
    public Decision finish(TurnContext context, Decision decision) {
        Conversation before = context.conversation();
        boolean exempt =
                before.keyed() || before.floor() == Floor.AGENT || Heeded.danger(decision) || Heeded.report(decision);
        return exempt
                ? decision
                : switch (context.facts().line().verdict()) {
                    case OPEN -> decision;
                    case CEILING -> stopped(context, decision, Ending.LINE_CEILING, true);
                    case COUNTRY ->
                        stopped(
                                context,
                                decision,
                                Ending.LINE_COUNTRY,
                                !before.channel().family().paid());
                };
    }

    /** @param told whether the citizen hears of it, once a day */
    private static Decision stopped(TurnContext context, Decision decision, Ending ending, boolean told) {
        Conversation before = context.conversation();
        Pace pace = context.state().pace().orElseGet(Pace::fresh);
        boolean say =
                told && !pace.toldOfStop(context.now()) && before.channel().reaches(before.address());
        Conversation after = decision.commands().isEmpty() ? before : decision.after();
        Pace next = say ? pace.stopping(context.now()) : pace;
        Decision stopped = Decision.of(context, ending, say ? List.of(Part.say(ending.key())) : List.of());
        return new Decision(
                after.with(after.state().touchedAt(context.now()).paced(next)),
                stopped.replies(),
                decision.commands(),
                decision.responder(),
                ending);
    }
}
