package id.pendopo.knowledge.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;

/** Sparse term vector: weighted terms of length 1, so that the product of two is their likeness, 0 to 1. */
public final class TermVector {

    private final Map<String, Double> weights;

    private TermVector(Map<String, Double> weights) {
        this.weights = weights;
    }

    /** Scales to length 1. */
    public static TermVector of(Map<String, Double> counts, ToDoubleFunction<String> idf) {
        Map<String, Double> weights = new HashMap<>();
        counts.forEach((term, count) -> weights.put(term, count * idf.applyAsDouble(term)));
        double length =
                Math.sqrt(weights.values().stream().mapToDouble(w -> w * w).sum());
        weights.replaceAll((term, weight) -> length == 0 ? 0 : weight / length);
        return new TermVector(weights);
    }

    /** The likeness with another, 0 to 1. */
    public double with(TermVector other) {
        double likeness = 0;
        for (Map.Entry<String, Double> term : weights.entrySet()) {
            likeness += term.getValue() * other.weights.getOrDefault(term.getKey(), 0.0);
        }
        return likeness;
    }

    public void forEach(BiConsumer<String, Double> action) {
        weights.forEach(action);
    }

    /** Counts of three and four letters in a row, with word borders, added to {@code counts}. */
    public static void countLetters(String word, double weight, Map<String, Double> counts) {
        lettersOf(word).forEach(letters -> counts.merge(letters, weight, Double::sum));
    }

    /** Three and four letters in a row, with word borders. */
    public static List<String> lettersOf(String word) {
        String bordered = "_" + word + "_";
        List<String> letters = new ArrayList<>();
        for (int length : List.of(3, 4)) {
            for (int i = 0; i + length <= bordered.length(); i++) {
                letters.add(bordered.substring(i, i + length));
            }
        }
        return letters;
    }
}
