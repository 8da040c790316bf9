package id.pendopo.conversation.engine;

import id.pendopo.knowledge.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** It could be one of a few: asks which, at most twice in a row. */
final class Clarify implements Responder {

    private static final int AT_MOST = 2;

    @Override
    public Optional<Decision> respond(Scene scene) {
        boolean enough = scene.state().misses() >= AT_MOST || scene.heard().picked(Picks.NONE_OF_THESE);
        return enough
                ? Optional.empty()
                : scene.facts().answers().stream()
                        .filter(Answer.Ambiguous.class::isInstance)
                        .map(Answer.Ambiguous.class::cast)
                        .findFirst()
                        .map(ambiguous -> which(scene, ambiguous));
    }

    private static Decision which(Scene scene, Answer.Ambiguous ambiguous) {
        List<Part.Option> options = new ArrayList<>();
        ambiguous.candidates().stream()
                .limit(3)
                .forEach(candidate -> options.add(
                        new Part.Option(Picks.ARTICLE + candidate.slug(), new Arg.Words(candidate.title()))));
        options.add(Part.option(Picks.NONE_OF_THESE, "option.none"));
        return Decision.of(scene, Ending.CLARIFIED, Part.say("clarified"), new Part.Offer(options, false))
                .state(state -> state.missed(scene.heard().text()));
    }
}
