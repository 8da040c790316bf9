package id.pendopo.knowledge.cli;

import id.pendopo.knowledge.Embedder;
import id.pendopo.knowledge.corpus.CivicCorpus;
import id.pendopo.knowledge.corpus.CorpusLine;
import id.pendopo.knowledge.corpus.Sheet;
import id.pendopo.knowledge.fitting.RankingFit;
import id.pendopo.knowledge.language.WordVectors;
import id.pendopo.knowledge.search.Hit;
import id.pendopo.knowledge.search.Passage;
import id.pendopo.knowledge.search.Ranking;
import id.pendopo.knowledge.search.SearchIndex;
import id.pendopo.knowledge.search.SentenceReranker;
import id.pendopo.knowledge.text.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Learns from the corpus' questions how much each likeness with an article should count, so that the right one comes first. */
final class FitRanking {

    /** An article's questions are found by the weights that are being learned: so often that is done anew. */
    private static final int ROUNDS = 2;

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

    private static Ranking fit(List<Found> trials) {
        return RankingFit.of(trials.stream().map(Found::likenesses).toList());
    }
}
