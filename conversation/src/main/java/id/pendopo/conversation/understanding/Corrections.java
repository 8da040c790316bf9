package id.pendopo.conversation.understanding;

import id.pendopo.knowledge.PhraseMatches;
import id.pendopo.knowledge.PhraseWord;
import id.pendopo.knowledge.Phrases;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Extracts the corrected statement from a self-correction: of "bukan sampah deng, maksud saya lampu mati" it is "lampu
 * mati". The words that part them are the phrases {@code correction.X}. Immutable.
 */
public final class Corrections {

    private static final Pattern MARK = Pattern.compile("[,;.!?]");

    /** Fewer words tell nothing of a matter. */
    private static final int TELLS = 2;

    private final Phrases phrases;

    Corrections(Phrases phrases) {
        this.phrases = phrases;
    }

    /** What is meant, in the citizen's own words; empty where that cannot be told from what is not. */
    public Optional<String> meant(String text) {
        PhraseMatches said = phrases.in(text);
        return Optional.of(said)
                .filter(hinged -> hinged.says(Said.CORRECTION_MEANT))
                .map(hinged -> hinged.behindLast(Said.CORRECTION_MEANT))
                .map(this::opened)
                .or(() -> afterDenial(text, said))
                .filter(meant -> PhraseWord.of(meant).size() >= TELLS);
    }

    /** From the first clause on that takes nothing back, where one before it does. */
    private Optional<String> afterDenial(String text, PhraseMatches said) {
        if (!said.says(Said.CORRECTION_NOT)) {
            return Optional.empty();
        }
        int begin = 0;
        for (int border : borders(text, said)) {
            if (!denies(text.substring(begin, border))) {
                break;
            }
            begin = border;
        }
        String rest = text.substring(begin);
        return begin == 0 || denies(rest) ? Optional.empty() : Optional.of(opened(rest));
    }

    /** Where one clause ends and another begins. */
    private static List<Integer> borders(String text, PhraseMatches said) {
        IntStream marks = MARK.matcher(text).results().mapToInt(MatchResult::start);
        return Stream.concat(marks.boxed(), said.starts(Said.CORRECTION_BUT).stream())
                .sorted()
                .distinct()
                .toList();
    }

    private boolean denies(String clause) {
        return phrases.in(clause).says(Said.CORRECTION_NOT);
    }

    private String opened(String text) {
        PhraseMatches said = phrases.in(text);
        List<PhraseWord> words = PhraseWord.of(text);
        String opened = said.behind(Said.CORRECTION_OPENING);
        return opened.equals(text) && !words.isEmpty()
                ? text.substring(words.getFirst().start()).strip()
                : opened.strip();
    }
}
