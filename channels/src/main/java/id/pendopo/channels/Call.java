package id.pendopo.channels;

/** A call event: what can happen in a call beside words; it comes in as the choice of a message. */
public final class Call {

    private static final String ALL = "call:";

    /** Somebody called and was answered. */
    public static final String ANSWERED = ALL + "answered";

    /** Nothing was said or pressed; with how often in a row, from 1. */
    public static final String SILENT = ALL + "silent:";

    /** What was said could not be made out for certain, the text is a guess; with how often in a row, from 1. */
    public static final String UNHEARD = ALL + "unheard:";

    /** The caller was put through and has spoken with a person. */
    public static final String SPOKEN = ALL + "spoken";

    /** The caller was to be put through and nobody answered. */
    public static final String UNANSWERED = ALL + "unanswered";

    /** The caller left a message, which is the attachment. */
    public static final String RECORDED = ALL + "recorded";

    private Call() {}

    /** Whether a choice is one of these. */
    public static boolean happened(String choice) {
        return choice.startsWith(ALL);
    }

    /** Whether the caller was not understood. */
    public static boolean missed(String choice) {
        return choice.startsWith(SILENT) || choice.startsWith(UNHEARD);
    }

    /** How often in a row nothing was understood; 0 when something was. */
    public static int misses(String choice) {
        return missed(choice) ? Integer.parseInt(choice.substring(choice.lastIndexOf(':') + 1)) : 0;
    }
}
