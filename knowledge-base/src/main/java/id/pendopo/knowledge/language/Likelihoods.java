package id.pendopo.knowledge.language;

import id.pendopo.knowledge.TextClassifier.Guess;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Posterior distribution of a classifier: how likely each label is, together 1.
 */
record Likelihoods(Map<String, Double> byLabel) {

    /** A label that only one of two opinions knows is not ruled out by the other. */
    private static final double LEAST = 1e-6;

    /**
     * Log-linear pool of two opinions (product of experts).
     *
     * @param sharpness the power that both are raised to: 0.5 is their geometric mean, 1 takes them for independent
     */
    Likelihoods pooled(Likelihoods other, double sharpness) {
        Map<String, Double> pooled = new LinkedHashMap<>();
        byLabel.forEach((label, own) -> pooled.put(
                label,
                Math.pow(Math.max(LEAST, own) * Math.max(LEAST, other.byLabel.getOrDefault(label, 0.0)), sharpness)));
        double all = pooled.values().stream().mapToDouble(each -> each).sum();
        pooled.replaceAll((_, each) -> each / all);
        return new Likelihoods(pooled);
    }

    /** The likeliest label. */
    Guess best() {
        return beside("");
    }

    /** The likeliest label beside one, with the likelihood of all beside it together. */
    Guess against(String label) {
        return new Guess(beside(label).label(), 1 - byLabel.getOrDefault(label, 0.0));
    }

    private Guess beside(String label) {
        return byLabel.entrySet().stream()
                .filter(each -> !each.getKey().equals(label))
                .max(Map.Entry.comparingByValue())
                .map(each -> new Guess(each.getKey(), each.getValue()))
                .orElseThrow();
    }
}
