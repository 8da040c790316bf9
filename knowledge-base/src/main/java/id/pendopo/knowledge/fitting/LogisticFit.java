package id.pendopo.knowledge.fitting;

import id.pendopo.knowledge.search.Gate;
import java.util.List;

/**
 * Logistic regression by gradient descent, held near weights that are known already.
 *
 * @param prior where to begin and near which to stay
 * @param smoothing how strongly they stay there
 * @param steps how many are taken
 */
public record LogisticFit(double[] prior, double smoothing, int steps) {

    private static final double STEP = 1;

    /**
     * One example.
     *
     * @param share of all; the shares of all examples add up to 1
     */
    public record Sample(double[] signs, boolean wanted, double share) {}

    public double[] of(List<Sample> samples) {
        double[] weights = prior.clone();
        for (int step = 0; step < steps; step++) {
            double[] slope = new double[weights.length];
            for (Sample sample : samples) {
                double[] given = sample.signs();
                double error = sample.share() * ((sample.wanted() ? 1 : 0) - Gate.logistic(weights, given));
                for (int i = 0; i < slope.length; i++) {
                    slope[i] += error * given[i];
                }
            }
            for (int i = 0; i < weights.length; i++) {
                weights[i] += STEP * (slope[i] - smoothing * (weights[i] - prior[i]));
            }
        }
        return weights;
    }
}
