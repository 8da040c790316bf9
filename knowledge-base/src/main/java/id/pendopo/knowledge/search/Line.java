package id.pendopo.knowledge.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One question of an article, ready to be compared.
 *
 * @param words the question in standard words
 * @param stems its stems
 * @param title the stems of the article's titles in all languages
 * @param anywhere these and the stems of the article's text
 * @param rarities how much each stem of the question tells
 */
record Line(
        Passage passage,
        List<String> words,
        Set<String> stems,
        Set<String> title,
        Set<String> anywhere,
        Map<String, Double> rarities,
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
                stems.keySet().stream().collect(Collectors.toMap(stem -> stem, rarity::of)),
                TermVector.of(stems, rarity::of),
                TermVector.of(letters, letterRarity::of));
    }

    /** The share of what this question tells that some stems say, 0 to 1. */
    double said(Set<String> asked) {
        double all = 0;
        double said = 0;
        for (Map.Entry<String, Double> stem : rarities.entrySet()) {
            all += stem.getValue();
            said += asked.contains(stem.getKey()) ? stem.getValue() : 0;
        }
        return all == 0 ? 0 : said / all;
    }
}
