package id.pendopo.conversation.engine;

import java.util.Optional;

/** The bot does not know: offers a report or a person, with what is known filled in. Always answers. */
final class Escalate implements Responder {

    @Override
    public Optional<Decision> respond(Scene scene) {
        String question = scene.heard().pick().isPresent()
                ? scene.state().question().orElse("")
                : scene.heard().text();
        Part.Offer doors =
                Part.offer(Part.option(Picks.PERSON, "option.person"), Part.option(Picks.REPORT, "option.report"));
        String key = scene.state().misses() == 0 ? "escalated" : "escalated.again";
        return Optional.of(
                Decision.of(scene, Ending.ESCALATED, Part.say(key), doors).state(state -> state.missed(question)));
    }
}
