package id.pendopo.knowledge.fitting;

import id.pendopo.knowledge.search.Ranking;
import java.util.Arrays;
import java.util.List;

/** Listwise learning to rank (softmax): how much each likeness should count, so that the right article comes first. */
public final class RankingFit {

    private static final int STEPS = 300;
    private static final double STEP = 0.4;

    /** How strongly the weights are held at nothing. */
    private static final double SMOOTHING = 0.01;

    private RankingFit() {}

    /**
     * Ascends the likelihood of the right article among all that were found, each likeness measured by how much it varies.
     *
     * @param trials of each question the likenesses of the articles that were found, the right one first
     */
    public static Ranking of(List<List<double[]>> trials) {
        double[] spread = spread(trials);
        double[] weights = new double[spread.length];
        for (int step = 0; step < STEPS; step++) {
            double[] slope = new double[weights.length];
            trials.forEach(trial -> addSlope(trial, weights, spread, slope));
            for (int i = 0; i < weights.length; i++) {
                weights[i] = Math.max(0, weights[i] + STEP * (slope[i] / trials.size() - SMOOTHING * weights[i]));
            }
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= spread[i];
        }
        double sum = Arrays.stream(weights).sum();
        return new Ranking(Arrays.stream(weights).map(weight -> weight / sum).toArray());
    }

    /** The reciprocal rank of the right article in the order of a ranking, of each trial; 0 to 1. */
    static double[] reciprocalRanks(Ranking ranking, List<List<double[]>> trials) {
        return trials.stream()
                .mapToDouble(trial -> {
                    double right = score(ranking, trial.getFirst());
                    long before = trial.stream()
                            .skip(1)
                            .filter(other -> score(ranking, other) >= right)
                            .count();
                    return 1.0 / (1 + before);
                })
                .toArray();
    }

    private static double score(Ranking ranking, double[] figures) {
        double score = 0;
        for (int i = 0; i < figures.length; i++) {
            score += ranking.weights()[i] * figures[i];
        }
        return score;
    }

    private static void addSlope(List<double[]> trial, double[] weights, double[] spread, double[] slope) {
        double[] shares = trial.stream()
                .mapToDouble(figures -> {
                    double score = 0;
                    for (int i = 0; i < figures.length; i++) {
                        score += weights[i] * figures[i] / spread[i];
                    }
                    return Math.exp(score);
                })
                .toArray();
        double all = Arrays.stream(shares).sum();
        for (int hit = 0; hit < shares.length; hit++) {
            double wanted = hit == 0 ? 1 : 0;
            for (int i = 0; i < slope.length; i++) {
                slope[i] += (wanted - shares[hit] / all) * trial.get(hit)[i] / spread[i];
            }
        }
    }

    /** The standard deviation of each likeness. */
    private static double[] spread(List<List<double[]>> trials) {
        List<double[]> all = trials.stream().flatMap(List::stream).toList();
        double[] spread = new double[all.getFirst().length];
        for (int i = 0; i < spread.length; i++) {
            int figure = i;
            double mean = all.stream()
                    .mapToDouble(figures -> figures[figure])
                    .average()
                    .orElseThrow();
            double squares = all.stream()
                    .mapToDouble(figures -> Math.pow(figures[figure] - mean, 2))
                    .average()
                    .orElseThrow();
            spread[i] = Math.sqrt(squares) + 1e-9;
        }
        return spread;
    }
}
