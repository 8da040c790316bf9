package id.pendopo.conversation.pacing;

import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Finisher;
import id.pendopo.conversation.dialogue.Floor;
import id.pendopo.conversation.dialogue.Pace;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.State;
import id.pendopo.conversation.dialogue.TurnContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A finisher that breaks loops: whoever says the same again and again, or answers every answer at once without end, is told
 * a last word where that is free, and then not answered any more; nor is a sender whom no message can reach. It stands
 * behind the responders, so that each message is understood and kept: who is in danger is answered whatever came before.
 */
final class LoopGuard implements Finisher {

    private static final Pattern NUMBERS = Pattern.compile("[\\d\\s]+");

    /** Words from which on a text is no command and no answer to a short question. */
    private static final int WORDS = 3;

    /** In a call somebody pays by the minute and hears every word; an agent is written to, not the bot. */
    @Override
    public Decision finish(TurnContext context, Decision decision) {
        Conversation conversation = context.conversation();
        if (conversation.keyed() || conversation.floor() == Floor.AGENT) {
            return decision;
        }
        Optional<Integer> text = text(context);
        Pace pace = before(context, decision).heard(text, rightBehind(context), context.now());
        boolean reachable = conversation.channel().reaches(conversation.address());
        return reachable && (heeded(context, decision, pace, text) || !looping(context, pace, text))
                ? decision.state(state -> state.paced(pace.answered(context.now())))
                : hushed(context, decision, pace, reachable);
    }

    /** With what another finisher of this turn wrote down. */
    private static Pace before(TurnContext context, Decision decision) {
        return decision.after().state().pace().or(() -> context.state().pace()).orElseGet(Pace::fresh);
    }

    /** What is said in any case: help to who is in danger, unless the very same is said without end, and a ticket's number. */
    private static boolean heeded(TurnContext context, Decision decision, Pace pace, Optional<Integer> text) {
        boolean once = pace.times(text) <= limits(context).sameWord();
        return Heeded.danger(decision) && once || Heeded.report(decision);
    }

    private static Pace.Limits limits(TurnContext context) {
        return context.facts().line().pace();
    }

    private static boolean looping(TurnContext context, Pace pace, Optional<Integer> text) {
        Pace.Limits limits = limits(context);
        int same = sentence(context) ? limits.sameText() : limits.sameWord();
        boolean dear = paid(context.conversation()) && pace.answers() >= limits.paidAnswers();
        return pace.times(text) > same || pace.rapid() >= limits.inARow() || dear;
    }

    private static boolean paid(Conversation conversation) {
        return conversation.channel().family().paid();
    }

    /** The text without the times and numbers that programs put into it; empty where a choice is meant, or the next page. */
    private static Optional<Integer> text(TurnContext context) {
        String plain = context.heard().plain();
        boolean chosen =
                context.heard().pick().isPresent() || context.conversation().more();
        String words = sentence(context) ? worded(plain) : plain;
        return chosen || words.isBlank() ? Optional.empty() : Optional.of(words.hashCode());
    }

    private static boolean sentence(TurnContext context) {
        return worded(context.heard().plain()).split(" ").length >= WORDS;
    }

    private static String worded(String plain) {
        return NUMBERS.matcher(plain).replaceAll(" ").strip();
    }

    private static boolean rightBehind(TurnContext context) {
        return context.state()
                .touched()
                .filter(before -> before.plus(limits(context).rightBehind()).isAfter(context.now()))
                .isPresent();
    }

    /** What the desk was to do is done; what it was to say was not heard, so that nothing follows from it. */
    private static Decision hushed(TurnContext context, Decision decision, Pace pace, boolean reachable) {
        Conversation before = context.conversation();
        boolean silent = !reachable || paid(before) || pace.hushed();
        Conversation after = decision.commands().isEmpty() ? before : decision.after();
        State state = after.state().touchedAt(context.now()).paced(pace.hushing());
        Decision hushed =
                Decision.of(context, Ending.PAUSED, silent ? List.of() : List.of(Part.say(Ending.PAUSED.key())));
        return new Decision(
                after.with(state), hushed.replies(), decision.commands(), decision.responder(), Ending.PAUSED);
    }
}
