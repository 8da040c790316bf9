package id.pendopo.channels;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Channel capabilities: what every account of a kind can do. Declared by the kind's adapter; the rest of the desk asks
 * these instead of the kind's name.
 *
 * @param kind the kind's name in the configuration and in what is stored: {@code twilio-sms}
 * @param name the kind without its provider, as keys of texts end in and scripts may call it: {@code sms}
 * @param icon the picture's name in lists
 * @param longestMessage the most characters (Unicode code points) that one message of a citizen has; what comes with
 *     more is cut to them before anybody reads it
 * @param bodyLimit the most bytes that a request's body other than a form may have; a form may have 256 KB
 * @param passing whether an address is no more than a visit's, so that nothing leads to who has left
 * @param window how long a person may be answered after they wrote; empty for as long as one likes
 */
public record Capabilities(
        String kind,
        String name,
        Family family,
        String icon,
        int longestMessage,
        int bodyLimit,
        boolean passing,
        Optional<Window> window) {

    private static final int LONGEST_MESSAGE = 4_000;
    private static final int BODY_LIMIT = 1 << 20;
    private static final String OTHER = "other";

    /** At least seven digits: the shortest number that a telephone has, longer than short codes, which have up to six. */
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d{7,}");

    public Capabilities {
        if (kind.isBlank() || !name.matches("[a-z]+") || !icon.matches("[a-z]+")) {
            throw new IllegalArgumentException("a kind and two words of small letters");
        }
        if (longestMessage < 1 || bodyLimit < 1) {
            throw new IllegalArgumentException("messages and bodies have a length");
        }
    }

    /** The capabilities of most: messages of 4,000 characters, bodies of 1 MB. */
    public static Capabilities of(String kind, String name, Family family, String icon) {
        return new Capabilities(kind, name, family, icon, LONGEST_MESSAGE, BODY_LIMIT, false, Optional.empty());
    }

    /** Those of a kind for which no adapter speaks (any more): rich, and nobody knows what people call it. */
    public static Capabilities unknown(String kind) {
        return of(kind, OTHER, Family.RICH, "form");
    }

    public Capabilities withLongestMessage(int codePoints) {
        return new Capabilities(kind, name, family, icon, codePoints, bodyLimit, passing, window);
    }

    public Capabilities withBodyLimit(int bytes) {
        return new Capabilities(kind, name, family, icon, longestMessage, bytes, passing, window);
    }

    /** The same where an address is no more than a visit's. */
    public Capabilities withPassingAddresses() {
        return new Capabilities(kind, name, family, icon, longestMessage, bodyLimit, true, window);
    }

    /** The same where anybody at the desk may answer for so long after a person wrote. */
    public Capabilities withReplyWindow(Duration anybody) {
        return withReplyWindow(anybody, anybody);
    }

    /** The same where people at the desk may answer longer than the desk itself. */
    public Capabilities withReplyWindow(Duration anybody, Duration agents) {
        return new Capabilities(
                kind, name, family, icon, longestMessage, bodyLimit, passing, Optional.of(new Window(anybody, agents)));
    }

    /**
     * A reply window: how long after a person last wrote they may be answered in free words.
     *
     * @param anybody for the bot's answers and notices
     * @param agents for what a person at the desk writes; no shorter
     */
    public record Window(Duration anybody, Duration agents) {

        public Window {
            if (anybody.isNegative() || agents.compareTo(anybody) < 0) {
                throw new IllegalArgumentException("people may answer at least as long as the desk itself");
            }
        }

        /** For words of this author. */
        public Duration of(OutboundMessage.Author author) {
            return author == OutboundMessage.Author.AGENT ? agents : anybody;
        }
    }

    /** Whether a message reaches who wrote: text messages also come from names and short codes, which take none. */
    public boolean reaches(Address sender) {
        return !family.paid() || NUMBER.matcher(sender.value()).matches();
    }

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

        /** Whether words are dear, so that short texts do. */
        public boolean brief() {
            return this == SEGMENTED || this == PAGE;
        }

        /** Whether short texts name the choices themselves, by words to type. */
        public boolean worded() {
            return this == SEGMENTED;
        }

        /** Whether keys answer before words, so that nobody need type or say what a key can tell. */
        public boolean keyed() {
            return this == PAGE || this == SPOKEN;
        }

        /** Whether each message of the desk is paid for. */
        public boolean paid() {
            return this == SEGMENTED;
        }

        /** Whether nothing can be read again. */
        public boolean spoken() {
            return this == SPOKEN;
        }
    }
}
