package id.pendopo.conversation.dialogue;

/**
 * The thresholds of confidence, how sure is sure enough; shares from 0 to 1, chosen so that a wrong guess costs the
 * citizen one word to mend.
 */
public final class Confidence {

    /** A category is filled in, to be read over. */
    public static final double SUGGESTED = 0.35;

    /** Somebody describes a problem without saying "lapor". */
    public static final double COMPLAINT = 0.45;

    /** An answer is given to what may be a complaint; below it the citizen is asked which it is. */
    public static final double ANSWER_TO_A_COMPLAINT = 0.75;

    /** A dialogue act that no list of words knows. */
    public static final double ACT = 0.75;

    /** What an answer to the desk does; below it the desk says again what it asked. */
    public static final double TASK_ACT = 0.45;

    /** A report is sent for words that no list has as a yes; it cannot be taken back. */
    public static final double SENDING = 0.6;

    /** The same for so many words that they may say something else beside. */
    public static final double SENDING_AT_LENGTH = 0.85;

    /** What was asked for is not what the words are: they do something else. */
    public static final double NO_ANSWER = 0.6;

    /** What a first message is, where nothing else says it. */
    public static final double OPENING = 0.6;

    /** The same of a word or two that ask nothing. */
    public static final double BARE_OPENING = 0.4;

    /** The same where it is not even known what it is about, or of two words. */
    public static final double SURE_OPENING = 0.85;

    /** An idea that has the words of a service. */
    public static final double SURE_IDEA = 0.9;

    /** An idea that begins as wishes do. */
    public static final double WISH = 0.35;

    /** What somebody does about a ticket that there is. */
    public static final double FOLLOW_UP = 0.55;

    /** More of the same, although it names a report or another matter: "lubang yang saya lapor makin lebar". */
    public static final double SURELY_ADDED = 0.8;

    /** Somebody asks how far a ticket is, where the words tell of no other matter: to show it changes nothing. */
    public static final double STATUS = 0.45;

    /** What is said while an emergency lasts is about something else. */
    public static final double UNCONCERNED = 0.7;

    /** Words become part of a report; more that are less sure belong to none. */
    public static final double ADDITION = 0.55;

    /** The same instead of what was asked for. */
    public static final double MORE = 0.7;

    /** A report is about something else than was thought. */
    public static final double OTHER_CATEGORY = 0.6;

    private Confidence() {}
}
