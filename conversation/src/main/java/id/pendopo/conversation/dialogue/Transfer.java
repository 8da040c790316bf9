package id.pendopo.conversation.dialogue;

/** What is known of a transfer from one conversation to another, where a message asks for it; a closed set. */
public sealed interface Transfer {

    /**
     * A code is wanted.
     *
     * @param code a fresh one
     * @param allowed whether one may be given, or too many were
     */
    record Wanted(Passcode code, boolean allowed) implements Transfer {}

    /** A code was typed that lets this conversation go on here, as it stands there. */
    record Found(Conversation there) implements Transfer {}

    /** A code that opens nothing: never given, mistyped, used, too old. It is not told which. */
    record Refused() implements Transfer {}

    /** Too many such codes; none is heard for an hour. */
    record Locked() implements Transfer {}

    /**
     * The message proves that the ticket it names is the sender's.
     *
     * @param by what proves it
     * @param held whether an agent speaks with the citizen about it, in the conversation where it was
     */
    record Proved(Proof by, boolean held) implements Transfer {}

    /** What proves that a ticket is somebody's. */
    enum Proof {
        /** The last four digits of the number. */
        DIGITS,
        /** A code that was sent to the address which the ticket came from. */
        CODE
    }
}
