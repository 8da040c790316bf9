package id.pendopo.knowledge.search;

import id.pendopo.knowledge.Embedder;
import java.util.List;

/**
 * Semantic similarity (cosine of embeddings): compares what texts mean. Embedders differ in how close they put texts
 * that have nothing in common, so that is where the scale begins.
 */
final class SemanticSimilarity {

    private static final int PAIRS = 1000;

    /** Lines that stand so far apart in the list are hardly ever of one article; a prime, so that all lines have their turn. */
    private static final int APART = 7919;

    private final double unlike;

    SemanticSimilarity(List<IndexedQuestion> lines) {
        unlike = lines.size() < 2 ? 0 : likenessOfStrangers(lines);
    }

    private static double likenessOfStrangers(List<IndexedQuestion> lines) {
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < Math.min(PAIRS, lines.size()); i++) {
            IndexedQuestion one = lines.get(i);
            IndexedQuestion other = lines.get((int) ((i + 1L) * APART % lines.size()));
            if (one.article() != other.article()) {
                sum += Embedder.likeness(one.meaning(), other.meaning());
                pairs++;
            }
        }
        return pairs == 0 ? 0 : Math.clamp(sum / pairs, 0, 0.95);
    }

    /** 0 where two texts are no more alike than any two are, 1 where they mean the same. */
    double likeness(float[] one, float[] other) {
        return Math.max(0, (Embedder.likeness(one, other) - unlike) / (1 - unlike));
    }
}
