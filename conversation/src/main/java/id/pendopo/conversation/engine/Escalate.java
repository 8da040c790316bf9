package id.pendopo.conversation.engine;

import java.util.Optional;

/**
 * The bot does not know: offers a report or a person, with what is known filled in; to somebody who swears it says that it
 * understands. Always answers.
 */
final class Escalate implements Responder {

    @Override
    public Optional<Decision> respond(Scene scene) {
        String question = scene.heard().pick().isPresent()
                ? scene.state().question().orElse("")
                : scene.heard().text();
        boolean swears = scene.heard().pick().isEmpty() && DialogueActs.insulting(scene.heard());
        Decision decision = swears ? DialogueActs.abused(scene) : escalated(scene);
        return Optional.of(decision.state(state -> state.missed(question)));
    }

    static Decision escalated(Scene scene) {
        Part.Offer doors =
                Part.offer(Part.option(Picks.PERSON, "option.person"), Part.option(Picks.REPORT, "option.report"));
        String key = scene.state().misses() == 0 ? "escalated" : "escalated.again";
        return Decision.of(scene, Ending.ESCALATED, Part.say(key), doors);
    }
}
