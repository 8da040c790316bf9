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

    /** What an answer to the desk does; below it the desk says again what it asked. */
    public static final double TASK_ACT = 0.45;

    /** What was asked for is not what the words are: they do something else. */
    public static final double NO_ANSWER = 0.6;

    /** What a first message is, where nothing else says it. */
    public static final double OPENING = 0.6;

    /** What somebody does about a ticket that there is. */
    public static final double FOLLOW_UP = 0.55;

    /** Words become part of a report; more that are less sure belong to none. */
    public static final double ADDITION = 0.55;

    /** A report is about something else than was thought. */
    public static final double OTHER_CATEGORY = 0.5;

    /** Life is in danger, whatever the words: somebody is called at once. */
    public static final double DANGER = 0.18;

    /** The same where words of danger are there too. */
    public static final double DANGER_IN_WORDS = 0.05;

    /** The same where the words are those of papers, of the past, or of fear of what may come, or a report is told. */
    public static final double DANGER_AMONG_OTHERS = 0.45;

    /** The same where the desk waits for an answer about something that was repaired: "masih ada satu yang bocor". */
    public static final double DANGER_IN_AN_ANSWER = 0.95;

    /** Which kind of danger it is, against what the words say. */
    public static final double KIND_OF_DANGER = 0.5;

    /** Too little to call somebody, enough to name whom to call. */
    public static final double PERHAPS_DANGER = 0.08;

    private Confidence() {}
}
