package id.pendopo.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Phrases that were found in a text. Immutable. */
public final class PhraseMatches {

    /** From the first word of a phrase to its last one. */
    record Span(int from, int to) {}

    private final String text;
    private final List<PhraseWord> words;
    private final Map<String, List<Span>> spans;

    /** @param found by key, in the order of their last words */
    PhraseMatches(String text, List<PhraseWord> words, Map<String, List<Span>> found) {
        this.text = text;
        this.words = words;
        this.spans = new HashMap<>();
        found.forEach((name, all) -> {
            List<Span> meant = outside(all, found.getOrDefault(PhraseLine.exceptions(name), List.of()));
            if (!meant.isEmpty()) {
                spans.put(name, meant);
            }
        });
    }

    /** Those that lie within no exception; from the last one on, so that each is looked at once. */
    private static List<Span> outside(List<Span> all, List<Span> exceptions) {
        List<Span> meant = new ArrayList<>();
        int next = exceptions.size() - 1;
        int earliest = Integer.MAX_VALUE;
        for (Span span : all.reversed()) {
            while (next >= 0 && exceptions.get(next).to() >= span.to()) {
                earliest = Math.min(earliest, exceptions.get(next).from());
                next--;
            }
            if (span.from() < earliest) {
                meant.add(span);
            }
        }
        return meant;
    }

    /** Whether the phrase is in the text. */
    public boolean says(String phrase) {
        return spans.containsKey(phrase);
    }

    /** Whether the text is the phrase, and nothing else. */
    public boolean is(String phrase) {
        return leads(phrase) == words.size() && !words.isEmpty();
    }

    /** With how many words the text begins that are the phrase, the most there are; 0 if it does not. */
    public int leads(String phrase) {
        return spans.getOrDefault(phrase, List.of()).stream()
                .filter(span -> span.from() == 0)
                .mapToInt(span -> span.to() + 1)
                .max()
                .orElse(0);
    }

    /** What follows the phrase where the text begins with it, without marks before it; otherwise all of the text. */
    public String behind(String phrase) {
        int led = leads(phrase);
        if (led == 0) {
            return text;
        }
        return led == words.size() ? "" : text.substring(words.get(led).start());
    }

    /** How many words the text has. */
    public int words() {
        return words.size();
    }

    @Override
    public String toString() {
        return "PhraseMatches[REDACTED]";
    }
}
