package id.pendopo.conversation.understanding;

import id.pendopo.conversation.understanding.Corrections.Clause;
import id.pendopo.knowledge.PhraseWord;
import id.pendopo.knowledge.Phrases;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Span replacement: finds the words of a value that a correction takes back, and puts what is meant in their place. With
 * "bukan kenanga, melati" the value "jalan kenanga desa sukamaju" becomes "jalan melati desa sukamaju". Immutable.
 */
public final class Alignment {

    /** Words; what is longer is a story, and no name. */
    private static final int LONGEST = 6;

    /** Letters: "lampunya" is about "lampu", "dilihat" not about "di". */
    private static final int STEM = 4;

    private final Corrections corrections;

    /** They begin a place and say nothing of which. */
    private final Set<String> kinds;

    Alignment(Phrases phrases, Corrections corrections) {
        this.corrections = corrections;
        this.kinds = Stream.of("place.start", "place.named")
                .flatMap(name -> phrases.wordings(name).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** From the first word that is taken back to the last one, in a value's words. */
    private record Span(int from, int to) {}

    /** The value with what is meant in the place of what is taken back; empty where nothing in it is. */
    public Optional<String> replaced(String value, String correction) {
        List<Clause> clauses = corrections.clauses(correction);
        boolean hinged = clauses.stream().anyMatch(Clause::meant);
        List<PhraseWord> words = PhraseWord.of(value);
        return clauses.stream()
                .filter(clause -> clause.denied() || hinged && !clause.meant())
                .flatMap(taken -> span(words, taken).stream()
                        .flatMap(span ->
                                better(value, clauses, taken).stream().map(better -> put(value, words, span, better))))
                .findFirst();
    }

    /** Whether a correction takes something back that a value has. */
    public boolean touches(String value, String correction) {
        Set<String> known = words(value);
        Slips slips = new Slips(known);
        List<String> stems =
                known.stream().filter(word -> word.length() >= STEM).toList();
        return corrections.clauses(correction).stream()
                .filter(Clause::denied)
                .flatMap(taken -> words(taken.text()).stream())
                .anyMatch(word ->
                        known.contains(word) || slips.of(word) || stems.stream().anyMatch(word::startsWith));
    }

    private Optional<Span> span(List<PhraseWord> words, Clause taken) {
        Set<String> said = words(taken.text());
        int[] alike = IntStream.range(0, words.size())
                .filter(at -> said.contains(words.get(at).word())
                        || new Slips(said).of(words.get(at).word()))
                .toArray();
        boolean named =
                IntStream.of(alike).anyMatch(at -> !kinds.contains(words.get(at).word()));
        return named ? Optional.of(new Span(alike[0], alike[alike.length - 1])) : Optional.empty();
    }

    private Optional<String> better(String value, List<Clause> clauses, Clause taken) {
        Set<String> known = words(value);
        return clauses.stream()
                .filter(clause -> !clause.denied() && clause != taken)
                .sorted((one, other) -> Boolean.compare(other.meant(), one.meant()))
                .map(Clause::text)
                .filter(words ->
                        !known.containsAll(words(words)) && PhraseWord.of(words).size() <= LONGEST)
                .findFirst();
    }

    private static Set<String> words(String text) {
        return PhraseWord.of(text).stream().map(PhraseWord::word).collect(Collectors.toUnmodifiableSet());
    }

    /** A new kind of place takes the old one's place too: a lane is no "jalan gang". */
    private String put(String value, List<PhraseWord> words, Span span, String better) {
        boolean whole = kinds.contains(PhraseWord.of(better).getFirst().word());
        int from = span.from();
        while (!whole && from < span.to() && kinds.contains(words.get(from).word())) {
            from++;
        }
        while (whole && from > 0 && kinds.contains(words.get(from - 1).word())) {
            from--;
        }
        return value.substring(0, words.get(from).start())
                + better
                + value.substring(words.get(span.to()).end());
    }
}
