package id.pendopo.knowledge;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Symbol table of the phrases: puts in what a phrase names. Not for two threads. */
final class PhraseNames {

    private final Map<String, List<PhraseLine>> lines;
    private final Map<String, PhraseNode> resolved = new HashMap<>();
    private final Set<String> open = new LinkedHashSet<>();

    PhraseNames(Map<String, List<PhraseLine>> lines) {
        this.lines = lines;
    }

    /** @throws IllegalArgumentException it, or what it names, is not there or names itself; the message says where */
    PhraseNode of(String key) {
        PhraseNode before = resolved.get(key);
        if (before != null) {
            return before;
        }
        if (!lines.containsKey(key)) {
            throw new IllegalArgumentException("there is no <" + key + ">");
        }
        if (!open.add(key)) {
            throw new IllegalArgumentException("<" + key + "> is made of itself");
        }
        PhraseNode phrase =
                PhraseNode.choice(lines.get(key).stream().map(this::resolved).toList());
        open.remove(key);
        resolved.put(key, phrase);
        return phrase;
    }

    PhraseNode resolved(PhraseLine line) {
        try {
            return line.phrase().resolved(this::of);
        } catch (IllegalArgumentException e) {
            throw line.refused(e);
        }
    }
}
