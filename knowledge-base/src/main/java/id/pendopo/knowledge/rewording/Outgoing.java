package id.pendopo.knowledge.rewording;

import id.pendopo.knowledge.Masking;
import id.pendopo.knowledge.search.Scope;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Outbound filter and redaction: decides which questions leave the house, and takes out of them what names somebody.
 * Any thread may call.
 */
final class Outgoing {

    /** Characters; whoever writes more tells a story, and that stays here. */
    private static final int LONGEST = 300;

    /** How surely it must be a question to a public desk; tricks and insults are none. */
    private static final double ASKS_THE_DESK = 0.5;

    /** Characters of programs and markup, invisible ones, addresses. */
    private static final Pattern NO_QUESTION = Pattern.compile("[<>{}\\[\\]|\\\\`$#=*_^~\\p{Cntrl}\\p{Cf}]|://|www\\.");

    /** What is said to a program, not to a desk. */
    private static final Pattern ORDER =
            Pattern.compile("(?i)\\b(?:abaikan|lupakan|ulangi|jawab(?:an|lah)?|instruksi|ignore|disregard|"
                    + "forget|repeat|respond|answer|pretend|instructions?|prompt|system)\\b");

    private final Scope scope;
    private final Masking masking;

    Outgoing(Scope scope, Masking masking) {
        this.scope = scope;
        this.masking = masking;
    }

    /** The question as it may leave; empty if it may not. */
    Optional<String> of(String question) {
        String text = question.strip();
        boolean plain = text.length() <= LONGEST
                && !NO_QUESTION.matcher(text).find()
                && !ORDER.matcher(text).find();
        return Optional.of(masking.mask(text)).filter(masked -> plain && scope.of(masked) >= ASKS_THE_DESK);
    }
}
