package id.pendopo.knowledge.cli;

import id.pendopo.knowledge.Embedder;
import id.pendopo.knowledge.corpus.CivicCorpus;
import id.pendopo.knowledge.corpus.CorpusLine;
import id.pendopo.knowledge.corpus.Sheet;
import id.pendopo.knowledge.language.WordVectors;
import id.pendopo.knowledge.search.Hit;
import id.pendopo.knowledge.search.Passage;
import id.pendopo.knowledge.search.Ranking;
import id.pendopo.knowledge.search.SearchIndex;
import id.pendopo.knowledge.search.SentenceReranker;
import id.pendopo.knowledge.text.Lexicon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Learns from the corpus' questions how much each likeness with an article should count, so that the right one comes first. */
final class FitRanking {

    /** An article's questions are found by the weights that are being learned: so often that is done anew. */
    private static final int ROUNDS = 2;

    private static final int STEPS = 300;
    private static final double STEP = 0.4;

    /** How strongly the weights are held at nothing. */
    private static final double SMOOTHING = 0.01;

    private final Lexicon lexicon = Lexicon.shipped();
    private final List<CorpusLine> questions;

    /**
     * What a question found.
     *
     * @param slug of the right article
     * @param likenesses of each article that was found, the right one first
     */
    record Found(String slug, List<double[]> likenesses) {}

    FitRanking(CivicCorpus corpus) {
        questions = corpus.lines(Sheet.QUESTIONS);
    }

    /**
     * Learns from the questions asked of each of some sets of articles. What was set by hand keeps its half, so that nothing
     * is left out that other articles than these may need.
     */
    Ranking over(List<List<Passage>> sets) {
        Ranking ranking = Ranking.byHand();
        for (int round = 0; round < ROUNDS; round++) {
            Ranking now = ranking;
            ranking = learned(sets.stream()
                    .flatMap(articles -> found(articles, now).stream())
                    .toList());
        }
        return ranking;
    }

    /** What trials teach. */
    static Ranking learned(List<Found> trials) {
        return fit(trials).halfway(Ranking.byHand());
    }

    /**
     * Learns the order of what the first stage put near enough to the front to be compared by sentences, from the same
     * questions.
     */
    Ranking ofSentences(List<List<Passage>> sets, Ranking first, Embedder sentences) {
        return learnedAgain(sets.stream()
                .flatMap(articles -> foundAgain(articles, first, sentences).stream())
                .toList());
    }

    /** What such trials teach; what was set by hand, which knows nothing of sentences, keeps a quarter. */
    static Ranking learnedAgain(List<Found> trials) {
        Ranking learned = fit(trials);
        return learned.halfway(learned.halfway(Ranking.byHand()));
    }

    /** What every question finds in some articles. */
    List<Found> found(List<Passage> articles, Ranking ranking) {
        SearchIndex index = new SearchIndex(articles, lexicon, WordVectors.shipped(), ranking);
        return found(text -> index.search(text, Optional.empty()).hits());
    }

    /** What every question finds, and what of it is compared by sentences. */
    List<Found> foundAgain(List<Passage> articles, Ranking first, Embedder sentences) {
        SearchIndex index = new SearchIndex(articles, lexicon, WordVectors.shipped(), first);
        SentenceReranker reranker = SentenceReranker.over(
                articles, CompletableFuture.completedFuture(Optional.of(sentences)), first, first);
        reranker.await();
        return found(text -> reranker.reranked(text, index.search(text, Optional.empty())).hits().stream()
                .limit(SentenceReranker.COMPARED)
                .toList());
    }

    private List<Found> found(Function<String, List<Hit>> search) {
        return questions.stream()
                .flatMap(question -> found(search, question).stream())
                .toList();
    }

    private static Optional<Found> found(Function<String, List<Hit>> search, CorpusLine question) {
        List<double[]> likenesses = new ArrayList<>();
        double[] right = null;
        for (Hit hit : search.apply(question.cell("text"))) {
            if (hit.id().equals(question.cell("slug"))) {
                right = hit.likeness().figures();
            } else {
                likenesses.add(hit.likeness().figures());
            }
        }
        if (right == null || likenesses.isEmpty()) {
            return Optional.empty();
        }
        likenesses.addFirst(right);
        return Optional.of(new Found(question.cell("slug"), likenesses));
    }

    /** Ascends the likelihood of the right article among all that were found, each likeness measured by how much it varies. */
    private static Ranking fit(List<Found> trials) {
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

    private static void addSlope(Found trial, double[] weights, double[] spread, double[] slope) {
        double[] shares = trial.likenesses().stream()
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
                slope[i] += (wanted - shares[hit] / all) * trial.likenesses().get(hit)[i] / spread[i];
            }
        }
    }

    /** The standard deviation of each likeness. */
    private static double[] spread(List<Found> trials) {
        List<double[]> all =
                trials.stream().flatMap(trial -> trial.likenesses().stream()).toList();
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
