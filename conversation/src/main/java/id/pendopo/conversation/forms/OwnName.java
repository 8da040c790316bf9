package id.pendopo.conversation.forms;

import id.pendopo.conversation.understanding.MessageText;
import id.pendopo.conversation.understanding.Said;
import id.pendopo.knowledge.PhraseMatches;
import id.pendopo.knowledge.PhraseWord;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Extracts the name that people give as their own anywhere in a message (named-entity recognition): "nama saya Budi". */
final class OwnName {

    private static final Pattern MARK = Pattern.compile("[,;:.!?\\n\\d]");

    /** Words; more are no name. */
    private static final int LONGEST = 4;

    private OwnName() {}

    static Optional<String> in(MessageText said) {
        if (!said.says(Said.NAME_SAID)) {
            return Optional.empty();
        }
        String behind = said.said().behindLast(Said.NAME_SAID).strip();
        String clause = MARK.split(behind, 2)[0].strip();
        PhraseMatches words = said.phrasebook().in(clause);
        int end = words.starts(Said.NAME_END).stream()
                .mapToInt(Integer::intValue)
                .min()
                .orElse(clause.length());
        String name = clause.substring(0, end).strip();
        List<PhraseWord> parts = PhraseWord.of(name);
        return parts.isEmpty() || parts.size() > LONGEST || name.length() < 2 ? Optional.empty() : Optional.of(name);
    }
}
