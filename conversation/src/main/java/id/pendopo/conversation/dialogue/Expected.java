package id.pendopo.conversation.dialogue;

/**
 * The question that the desk asked outside a form, whose answer it expects.
 *
 * @param code the ticket that it is about; of what moved the kind of line that it moved to; of a recording
 *     the category that was chosen; else empty
 */
public record Expected(What what, String code) {

    /** What may be waited for. */
    public enum What {
        /** "1 selesai, 2 belum" after a ticket was closed. */
        CLOSING,
        /** What is still wrong, after "belum". */
        REASON,
        /** From 1 to 5, how content the citizen is, after "selesai". */
        RATING,
        /** What should be better, after a rating. */
        RATING_REASON,
        /** More about an open ticket. */
        INFORMATION,
        /** The last four digits of the reporter's number. */
        PROOF,
        /** Nothing, but the sender has proved that this ticket of elsewhere is theirs. */
        PROVED,
        /** A ticket's number. */
        CODE,
        /** A report by voice, in a category that was chosen by key. */
        RECORDING,
        /** Whether to go on with a form that lay for a while. */
        RESUME,
        /** Nothing, but what was begun here went on by another line, which was not yet told. */
        MOVED
    }

    @Override
    public String toString() {
        return "Expected[" + what + "]";
    }
}
