package id.pendopo.channels;

/** A channel's family: how people meet what the desk says there; a closed set. */
public enum Family {
    /** A messenger or chat: long texts, buttons, files. */
    RICH,
    /** Text alone, paid for by the segment. */
    SEGMENTED,
    /** A text on a small page that vanishes, answered by digits (USSD). */
    PAGE,
    /** Heard, not read; keys or speech answer. */
    SPOKEN,
    /** Letters with a subject. */
    MAIL;

    /** Whether words are dear, so that short texts do and name the choices themselves. */
    public boolean brief() {
        return this == SEGMENTED || this == PAGE;
    }

    /** Whether nothing can be read again. */
    public boolean spoken() {
        return this == SPOKEN;
    }
}
