package id.pendopo.knowledge.fitting;

import id.pendopo.knowledge.search.Gate;
import id.pendopo.knowledge.search.Ranking;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The weights of one stage of the search: of its ranking and of the gate behind it. */
public record SearchWeights(Ranking ranking, Gate.Weights gate) {

    /** Those that ship, learned with the word vectors that come with the software. */
    public static SearchWeights shipped() {
        return new SearchWeights(Ranking.shipped(), Gate.Weights.shipped());
    }

    /** Tab-separated rows, one for each formula. */
    String rows() {
        return row("rank", ranking.weights()) + row("answerable", gate.answerable()) + row("right", gate.right());
    }

    /**
     * What {@link #rows} wrote.
     *
     * @throws IllegalArgumentException a row is missing
     */
    static SearchWeights of(Map<String, double[]> rows) {
        return new SearchWeights(
                new Ranking(row(rows, "rank")), new Gate.Weights(row(rows, "answerable"), row(rows, "right")));
    }

    private static double[] row(Map<String, double[]> rows, String name) {
        return Optional.ofNullable(rows.get(name)).orElseThrow(() -> new IllegalArgumentException("no row " + name));
    }

    /** Whether both say the same. */
    public boolean same(SearchWeights other) {
        return rows().equals(other.rows());
    }

    private static String row(String name, double[] weights) {
        return Arrays.stream(weights)
                .mapToObj(weight -> String.format(Locale.ROOT, "\t%.4f", weight))
                .collect(Collectors.joining("", name, "\n"));
    }
}
