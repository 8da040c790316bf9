package id.pendopo.conversation.engine;

import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.Responder;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.understanding.ChoiceIds;
import java.util.Optional;

/**
 * The bot does not know: offers a report or a person, with what is known filled in; to somebody who swears it says that it
 * understands. Always answers.
 */
final class FallbackResponder implements Responder {

    @Override
    public Optional<Decision> respond(TurnContext scene) {
        String question = scene.heard().pick().isPresent()
                ? scene.state().question().orElse("")
                : scene.heard().text();
        boolean swears = scene.heard().pick().isEmpty() && DialogueActResponder.insulting(scene.heard());
        Decision decision = swears ? DialogueActResponder.abused(scene) : escalated(scene);
        return Optional.of(decision.state(state -> state.missed(question)));
    }

    static Decision escalated(TurnContext scene) {
        Part.Offer doors = Part.offer(
                Part.option(ChoiceIds.PERSON, "option.person"), Part.option(ChoiceIds.REPORT, "option.report"));
        String key = scene.state().misses() == 0 ? "escalated" : "escalated.again";
        return Decision.of(scene, Ending.ESCALATED, Part.say(key), doors);
    }
}
