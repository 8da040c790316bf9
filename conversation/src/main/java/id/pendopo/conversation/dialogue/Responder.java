package id.pendopo.conversation.dialogue;

import java.util.Optional;
import java.util.Set;

/** A handler in the chain of responders that may answer a turn. */
@FunctionalInterface
public interface Responder {

    /** The answer, or empty to leave the turn to the next in the list. */
    Optional<Decision> respond(TurnContext context);

    /**
     * What it may look at when it is asked. All that the responders need is gathered before the first is asked, and nothing
     * else: a fact that nobody needs is empty.
     */
    default Set<Need> needs(Hearing hearing) {
        return Set.of();
    }
}
