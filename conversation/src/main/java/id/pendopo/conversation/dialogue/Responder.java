package id.pendopo.conversation.dialogue;

import java.util.Optional;

/** A handler in the chain of responders that may answer a turn. */
@FunctionalInterface
public interface Responder {

    /** The answer, or empty to leave the turn to the next in the list. */
    Optional<Decision> respond(TurnContext context);
}
