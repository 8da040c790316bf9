package id.pendopo.conversation.dialogue;

import java.util.Optional;

/** One who may answer a turn. */
@FunctionalInterface
public interface Responder {

    /** The answer, or empty to leave the turn to the next in the list. */
    Optional<Decision> respond(TurnContext scene);
}
