package id.pendopo.knowledge;

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

    /** @param found by key */
    PhraseMatches(String text, List<PhraseWord> words, Map<String, List<Span>> found) {
        this.text = text;
        this.words = words;
        this.spans = new HashMap<>();
        found.forEach((name, all) -> {
            boolean[] excepted = covered(found.getOrDefault(exceptions(name), List.of()));
            List<Span> meant = all.stream()
                    .filter(span -> !excepted[span.from()] && !excepted[span.to()])
                    .toList();
            if (!meant.isEmpty()) {
                spans.put(name, meant);
            }
        });
    }

    /** By what key the exceptions of a phrase are found. */
    static String exceptions(String phrase) {
        return "!" + phrase;
    }

    /** The words that lie within one of the spans. */
    private boolean[] covered(List<Span> some) {
        int[] opened = new int[words.size() + 1];
        for (Span span : some) {
            opened[span.from()]++;
            opened[span.to() + 1]--;
        }
        boolean[] covered = new boolean[words.size()];
        int open = 0;
        for (int i = 0; i < covered.length; i++) {
            open += opened[i];
            covered[i] = open > 0;
        }
        return covered;
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

    /** What follows the phrase where it ends last; all of the text if it does not say it. */
    public String behindLast(String phrase) {
        List<Span> said = spans.getOrDefault(phrase, List.of());
        return said.isEmpty()
                ? text
                : text.substring(
                        words.get(said.stream().mapToInt(Span::to).max().orElseThrow())
                                .end());
    }

    /** Where the phrase begins in the text, in characters. */
    public List<Integer> starts(String phrase) {
        return spans.getOrDefault(phrase, List.of()).stream()
                .map(span -> words.get(span.from()).start())
                .distinct()
                .toList();
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
