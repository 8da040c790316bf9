package id.pendopo.conversation.engine;

import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.TurnContext;

/** A finisher that notes a cut: a message that was longer than its line takes was read in part only; the citizen is told. */
final class TooLong {

    private static final Part WORDS = Part.say("shortened");

    private TooLong() {}

    /** Behind what may save a life, before anything else; not while an agent, who sees the ellipsis, holds the floor. */
    static Decision noting(TurnContext context, Decision decision) {
        if (!context.message().shortened() || decision.replies().isEmpty()) {
            return decision;
        }
        return decision.ending() == Ending.EMERGENCY ? decision.followed(WORDS) : decision.preceded(WORDS);
    }
}
