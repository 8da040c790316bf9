package id.pendopo.knowledge.answering;

import id.pendopo.knowledge.fitting.SearchWeights;
import id.pendopo.knowledge.fitting.StoredWeights;
import id.pendopo.knowledge.search.Passage;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Weights of the search for an embedder that somebody brought: the shipped ones until its own are learned from the articles, which
 * is remembered from start to start.
 */
final class BroughtWeights implements Supplier<SearchWeights> {

    private static final Logger log = LoggerFactory.getLogger(BroughtWeights.class);

    private final Function<List<Passage>, SearchWeights> fit;
    private final StoredWeights stored;
    private volatile SearchWeights current = SearchWeights.shipped();

    /** @param fit learns; seconds to minutes */
    BroughtWeights(Function<List<Passage>, SearchWeights> fit, StoredWeights stored) {
        this.fit = fit;
        this.stored = stored;
    }

    @Override
    public SearchWeights get() {
        return current;
    }

    /** Learns from these articles, unless that was done before; returns whether that changed anything. */
    synchronized boolean learn(List<Passage> articles) {
        String key = stored.key(articles);
        SearchWeights learned = stored.read(key).orElseGet(() -> learned(key, articles));
        boolean changed = !learned.same(current);
        current = learned;
        return changed;
    }

    private SearchWeights learned(String key, List<Passage> articles) {
        long start = System.nanoTime();
        SearchWeights weights = fit.apply(articles);
        log.info(
                "knowledge base: learned in {} s what the brought sentence model is worth: {}",
                (System.nanoTime() - start) / 1_000_000_000,
                weights.ranking());
        try {
            stored.write(key, weights);
        } catch (IOException unwritable) {
            log.warn(
                    "What a sentence model is worth cannot be kept at {}: it is learned again after each start",
                    stored.file());
        }
        return weights;
    }
}
