package id.pendopo.knowledge.search;

import id.pendopo.knowledge.search.Hit.Likeness;
import id.pendopo.knowledge.text.WordList;
import java.util.Arrays;
import java.util.Objects;

/**
 * Linear ranking model: puts articles in order by the sum of their likenesses, each with its weight.
 *
 * @param weights in the order of {@link Likeness#figures()}; they add up to 1
 */
public record Ranking(double[] weights) {

    /** Where {@code fit-gate} puts the weights. */
    private static final String WEIGHTS = "/id/pendopo/knowledge/search/gate.tsv";

    /** The one that ships. */
    public static Ranking shipped() {
        return shipped("rank");
    }

    /** The one that ships for what a sentence model has looked at too. */
    public static Ranking shippedWithSentences() {
        return shipped("rank-sentence");
    }

    private static Ranking shipped(String row) {
        return new Ranking(Objects.requireNonNull(WordList.numbers(WEIGHTS).get(row), WEIGHTS));
    }

    /** What to begin with: set by hand, without what was said of the article's question and without meanings. */
    public static Ranking byHand() {
        return new Ranking(new double[] {0.20, 0.20, 0.20, 0.15, 0.10, 0.15, 0, 0, 0});
    }

    /** Half of this one and half of another. */
    public Ranking halfway(Ranking other) {
        double[] between = weights.clone();
        for (int i = 0; i < between.length; i++) {
            between[i] = (weights[i] + other.weights[i]) / 2;
        }
        return new Ranking(between);
    }

    /** 0 to 1. */
    double score(Likeness likeness) {
        double[] figures = likeness.figures();
        double score = 0;
        for (int i = 0; i < figures.length; i++) {
            score += weights[i] * figures[i];
        }
        return score;
    }

    @Override
    public String toString() {
        return "Ranking" + Arrays.toString(weights);
    }
}
