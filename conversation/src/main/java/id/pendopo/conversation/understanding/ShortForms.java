package id.pendopo.conversation.understanding;

import id.pendopo.knowledge.PhraseWord;
import id.pendopo.knowledge.Phrases;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Abbreviation disambiguation: consonants alone that stand for a word of agreeing and as well for one of dropping it all
 * say neither. Immutable.
 */
public final class ShortForms {

    private static final Pattern VOWEL = Pattern.compile("[aeiou]");

    /** One letter is short for anything. */
    private static final int SHORTEST = 2;

    private final Set<String> ambiguous;
    private final Set<String> tails;

    ShortForms(Phrases phrases) {
        Set<String> agreeing = abbreviated(phrases.wordings(Said.YES));
        agreeing.retainAll(abbreviated(phrases.wordings(GlobalCommand.CANCEL.phrase())));
        ambiguous = Set.copyOf(agreeing);
        tails = phrases.wordings(Said.ANSWER_TAIL);
    }

    private static Set<String> abbreviated(Set<String> wordings) {
        return wordings.stream()
                .filter(wording ->
                        wording.indexOf(' ') < 0 && VOWEL.matcher(wording).find())
                .map(wording -> VOWEL.matcher(wording).replaceAll(""))
                .filter(consonants -> consonants.length() >= SHORTEST)
                .collect(Collectors.toSet());
    }

    /** Whether the whole message is such an abbreviation: it may mean yes, and it may mean that nothing is wanted any more. */
    public boolean ambiguous(String text) {
        List<String> words = Arrays.stream(PhraseWord.plain(text).split(" "))
                .filter(word -> !tails.contains(word))
                .toList();
        return !words.isEmpty() && ambiguous.containsAll(words);
    }
}
