package id.pendopo.conversation.dialogue;

import id.pendopo.knowledge.TextClassifier.Guess;
import java.util.Locale;

/** The dialogue acts about a ticket that there is; a closed set. */
public enum FollowUp {
    /** Asks how far it is. */
    STATUS,
    THANKS,
    /** Tells more of it. */
    ADDED,
    /** It is mended. */
    SOLVED,
    /** It is not, although that was said. */
    UNSOLVED,
    /** Wants it dropped. */
    WITHDRAWN,
    /** Is angry with the desk. */
    ANGRY,
    /** Is about something else. */
    OTHER;

    /** What the message does; {@link #OTHER} where that is not at least so sure, from 0 to 1. */
    public static FollowUp of(Facts facts, double sure) {
        return facts.followUp()
                .filter(guess -> guess.confidence() >= sure)
                .map(Guess::label)
                .map(label -> valueOf(label.toUpperCase(Locale.ROOT)))
                .orElse(OTHER);
    }
}
