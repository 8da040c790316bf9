package id.pendopo.conversation.understanding;

import id.pendopo.knowledge.PhraseMatches;
import id.pendopo.knowledge.PhraseWord;
import id.pendopo.knowledge.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Parses a self-correction into what is taken back and what is meant instead: of "bukan sampah deng, maksud saya lampu
 * mati" it is "lampu mati" that is meant. The words that part them are the phrases {@code correction.X}. Immutable.
 */
public final class Corrections {

    private static final Pattern MARK = Pattern.compile("[,;.!?]+");

    /** Fewer words tell nothing of a matter. */
    private static final int TELLS = 2;

    /** Before a denial: fewer words there name the matter and tell nothing of it. */
    private static final int TELLS_BEFORE = 3;

    private final Phrases phrases;
    private final Set<String> fillers;

    Corrections(Phrases phrases) {
        this.phrases = phrases;
        this.fillers = phrases.wordings(Said.CORRECTION_FILLER);
    }

    /**
     * A part of a correction, without the words that introduce it.
     *
     * @param denied whether it is taken back
     * @param meant whether it is said to be what is meant
     */
    public record Clause(String text, boolean denied, boolean meant) {

        private Clause taken() {
            return new Clause(text, true, false);
        }

        private boolean tells(int least) {
            return !denied && PhraseWord.of(text).size() >= least;
        }

        @Override
        public String toString() {
            return "Clause[REDACTED]";
        }
    }

    /** What is meant, in the citizen's own words; empty where that cannot be told from what is not. */
    public Optional<String> meant(String text) {
        PhraseMatches said = phrases.in(text);
        if (said.says(Said.CORRECTION_MEANT)) {
            return Optional.of(opened(said.behindLast(Said.CORRECTION_MEANT)))
                    .filter(meant -> PhraseWord.of(meant).size() >= TELLS);
        }
        List<Clause> clauses = clauses(text);
        int denied = lastDenied(clauses);
        return Stream.concat(
                        clauses.stream().skip(denied + 1).filter(clause -> clause.tells(TELLS)),
                        clauses.stream().limit(denied + 1).filter(clause -> clause.tells(TELLS_BEFORE)))
                .filter(_ -> denied >= 0)
                .map(Clause::text)
                .findFirst();
    }

    /** Its place among them, -1 if none is: people say last what they mean, and what they do not mean before it. */
    private static int lastDenied(List<Clause> clauses) {
        return clauses.lastIndexOf(
                clauses.reversed().stream().filter(Clause::denied).findFirst().orElse(null));
    }

    /** The parts of a correction, in order; all of the text where nothing parts it. */
    public List<Clause> clauses(String text) {
        List<Clause> clauses = new ArrayList<>();
        List<Integer> borders = borders(text);
        int begin = 0;
        for (int border : borders) {
            add(clauses, text.substring(begin, border));
            begin = border;
        }
        add(clauses, text.substring(begin));
        return clauses;
    }

    /** "Desanya salah": what stands before a denial without words of its own is what it denies. */
    private void add(List<Clause> clauses, String part) {
        PhraseMatches said = phrases.in(part);
        boolean denied = said.leads(Said.CORRECTION_NOT) > 0;
        boolean meant = said.leads(Said.CORRECTION_MEANT) > 0;
        String words = opened(denied ? said.behind(Said.CORRECTION_NOT) : said.behind(Said.CORRECTION_MEANT));
        boolean bare = PhraseWord.of(words).isEmpty();
        if (bare && denied && !clauses.isEmpty() && !MARK.matcher(part).lookingAt()) {
            clauses.add(clauses.removeLast().taken());
        } else if (!bare) {
            clauses.add(new Clause(words, denied, meant));
        }
    }

    /** Where one clause ends and another begins, in characters. */
    private List<Integer> borders(String text) {
        PhraseMatches said = phrases.in(text);
        Stream<Integer> words = Stream.of(Said.CORRECTION_BUT, Said.CORRECTION_NOT, Said.CORRECTION_MEANT)
                .flatMap(phrase -> said.starts(phrase).stream());
        return Stream.concat(MARK.matcher(text).results().map(MatchResult::end), words)
                .filter(border -> border > 0 && border < text.length())
                .sorted()
                .distinct()
                .toList();
    }

    /** Without what opens it and what only fills it, at both ends. */
    private String opened(String text) {
        String opened = phrases.in(text).behind(Said.CORRECTION_OPENING);
        List<PhraseWord> words = PhraseWord.of(opened);
        int from = 0;
        int to = words.size();
        while (from < to && fillers.contains(words.get(from).word())) {
            from++;
        }
        while (to > from && fillers.contains(words.get(to - 1).word())) {
            to--;
        }
        return from == to
                ? ""
                : opened.substring(words.get(from).start(), words.get(to - 1).end());
    }
}
