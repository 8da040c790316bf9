package id.pendopo.knowledge.search;

import id.pendopo.knowledge.search.Hit.Likeness;
import id.pendopo.knowledge.search.Reading.Concept;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One question of an article, ready to be compared.
 *
 * @param words the question in standard words
 * @param stems its stems
 * @param anywhere these and the stems of the article's text
 */
record Line(
        Passage passage,
        List<String> words,
        Set<String> stems,
        Set<String> anywhere,
        TermVector byStem,
        TermVector byLetter) {

    static Line of(
            Passage passage,
            List<String> words,
            List<String> stems,
            Set<String> anywhere,
            Rarity rarity,
            Rarity letterRarity) {
        Map<String, Double> stemCounts = new HashMap<>();
        stems.forEach(stem -> stemCounts.merge(stem, 1.0, Double::sum));
        Map<String, Double> letterCounts = new HashMap<>();
        words.forEach(word -> TermVector.countLetters(word, 1, letterCounts));
        return new Line(
                passage,
                words,
                Set.copyOf(stems),
                anywhere,
                TermVector.of(stemCounts, rarity::of),
                TermVector.of(letterCounts, letterRarity::of));
    }

    /** Compares with a question; {@code bm25} is Lucene's share, see {@link Likeness}. */
    Likeness likeness(Asked asked, double bm25) {
        return new Likeness(
                bm25,
                asked.byStem().likeness(byStem),
                asked.byLetter().likeness(byLetter),
                covered(asked, stems),
                covered(asked, anywhere));
    }

    private static double covered(Asked asked, Set<String> present) {
        double all = 0;
        double covered = 0;
        for (Concept concept : asked.reading().concepts()) {
            double tells = asked.tells(concept);
            all += tells;
            covered += tells
                    * concept.stems().entrySet().stream()
                            .filter(stem -> present.contains(stem.getKey()))
                            .mapToDouble(Map.Entry::getValue)
                            .max()
                            .orElse(0);
        }
        return all == 0 ? 0 : covered / all;
    }
}
