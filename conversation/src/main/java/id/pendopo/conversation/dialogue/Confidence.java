package id.pendopo.conversation.dialogue;

/**
 * The thresholds of confidence, how sure is sure enough; shares from 0 to 1, chosen so that a wrong guess costs the
 * citizen one word to mend.
 */
public final class Confidence {

    /** A category is filled in, to be read over. */
    public static final double SUGGESTED = 0.25;

    /** Somebody describes a problem without saying "lapor". */
    public static final double COMPLAINT = 0.3;

    /** An answer is given to what may be a complaint; below it the citizen is asked which it is. */
    public static final double ANSWER_TO_A_COMPLAINT = 0.75;

    /** A dialogue act that no list of words knows. */
    public static final double ACT = 0.75;

    private Confidence() {}
}
