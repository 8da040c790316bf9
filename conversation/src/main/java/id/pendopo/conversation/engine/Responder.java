package id.pendopo.conversation.engine;

import java.util.Optional;

/** One who may answer a turn. */
@FunctionalInterface
interface Responder {

    /** The answer, or empty to leave the turn to the next in the list. */
    Optional<Decision> respond(Scene scene);
}
