package id.pendopo.knowledge.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One question of an article, ready to be compared.
 *
 * @param words the question in standard words
 * @param stems its stems
 * @param title the stems of the article's titles in all languages
 * @param anywhere these and the stems of the article's text
 */
record Line(
        Passage passage,
        List<String> words,
        Set<String> stems,
        Set<String> title,
        Set<String> anywhere,
        TermVector byStem,
        TermVector byLetter) {

    /**
     * A word of the question.
     *
     * @param stems none for an empty word
     * @param weight how much it says about which article is meant, 0 to 1
     */
    record Word(String text, List<String> stems, double weight) {}

    static Line of(
            Passage passage,
            List<Word> words,
            Set<String> title,
            Set<String> anywhere,
            Rarity rarity,
            Rarity letterRarity) {
        Map<String, Double> stems = new HashMap<>();
        Map<String, Double> letters = new HashMap<>();
        for (Word word : words) {
            word.stems().forEach(stem -> stems.merge(stem, word.weight(), Double::sum));
            TermVector.countLetters(word.text(), word.weight(), letters);
        }
        return new Line(
                passage,
                words.stream().map(Word::text).toList(),
                Set.copyOf(stems.keySet()),
                title,
                anywhere,
                TermVector.of(stems, rarity::of),
                TermVector.of(letters, letterRarity::of));
    }
}
