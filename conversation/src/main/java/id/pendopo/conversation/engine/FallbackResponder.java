package id.pendopo.conversation.engine;

import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.Responder;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.understanding.ChoiceIds;
import id.pendopo.conversation.understanding.Said;
import java.util.Optional;

/**
 * The fallback of all responders, when the bot does not know: offers a report or a person, with what is known filled
 * in; to somebody who swears it says that it understands. Always answers.
 */
final class FallbackResponder implements Responder {

    @Override
    public Optional<Decision> respond(TurnContext context) {
        String question = context.heard().pick().isPresent()
                ? context.state().question().orElse("")
                : context.heard().text();
        boolean swears = context.heard().pick().isEmpty() && DialogueActResponder.insulting(context.heard());
        Decision decision = swears ? DialogueActResponder.abused(context) : escalated(context);
        return Optional.of(decision.state(state -> state.missed(question)));
    }

    static Decision escalated(TurnContext context) {
        Part.Offer ways = Part.offer(
                Part.option(ChoiceIds.PERSON, "option.person"), Part.option(ChoiceIds.REPORT, "option.report"));
        boolean rumour = context.heard().pick().isEmpty() && context.heard().says(Said.RUMOUR);
        return Decision.of(context, Ending.ESCALATED, Part.say(rumour ? "rumour.unknown" : unknown(context)), ways);
    }

    private static String unknown(TurnContext context) {
        return switch (context.state().misses()) {
            case 0 -> "escalated";
            case 1 -> "escalated.again";
            default -> context.state().misses() % 2 == 0 ? "escalated.often" : "escalated.still";
        };
    }
}
