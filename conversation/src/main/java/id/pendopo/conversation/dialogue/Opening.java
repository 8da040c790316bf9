package id.pendopo.conversation.dialogue;

import id.pendopo.knowledge.TextClassifier.Guess;
import java.util.Locale;

/** The dialogue acts of a first message; a closed set. */
public enum Opening {
    /** Something is wrong somewhere. */
    COMPLAINT,
    /** Something could be done or made. */
    IDEA,
    /** Something was done well. */
    PRAISE,
    /** It asks nothing yet. */
    VAGUE,
    /** A question, or anything else. */
    OTHER;

    /** What the message is; {@link #OTHER} where that is not at least so sure, from 0 to 1. */
    public static Opening of(Facts facts, double sure) {
        return facts.opening()
                .filter(guess -> guess.confidence() >= sure)
                .map(Guess::label)
                .map(label -> valueOf(label.toUpperCase(Locale.ROOT)))
                .orElse(OTHER);
    }
}
