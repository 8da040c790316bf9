package id.pendopo.knowledge.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Index entry (document): one question of an article, ready to be compared. A million of them are held: what follows
 * from the words is worked out for the few that are compared.
 *
 * @param words the question in standard words
 * @param meaning what it means, as an {@link id.pendopo.knowledge.Embedder} tells it
 * @param tells how much all its stems tell
 * @param stemLength length of its vector of stems, weighted by rarity
 * @param letterLength length of its vector of letters
 */
record IndexedQuestion(
        ArticleTerms article,
        List<IndexedWord> words,
        float[] meaning,
        double tells,
        double stemLength,
        double letterLength) {

    static IndexedQuestion of(
            ArticleTerms article,
            List<IndexedWord> words,
            float[] meaning,
            InverseDocumentFrequency rarity,
            InverseDocumentFrequency letterRarity) {
        Map<Integer, Double> stems = counts(words, IndexedWord::stems);
        double tells = stems.keySet().stream().mapToDouble(rarity::of).sum();
        return new IndexedQuestion(
                article,
                words,
                meaning,
                tells,
                length(stems, rarity),
                length(counts(words, IndexedWord::letters), letterRarity));
    }

    private static Map<Integer, Double> counts(List<IndexedWord> words, Function<IndexedWord, int[]> terms) {
        Map<Integer, Double> counts = new HashMap<>();
        for (IndexedWord word : words) {
            for (int term : terms.apply(word)) {
                counts.merge(term, word.weight(), Double::sum);
            }
        }
        return counts;
    }

    private static double length(Map<Integer, Double> counts, InverseDocumentFrequency rarity) {
        double squares = 0;
        for (Map.Entry<Integer, Double> term : counts.entrySet()) {
            double weight = term.getValue() * rarity.of(term.getKey());
            squares += weight * weight;
        }
        return Math.sqrt(squares);
    }
}
