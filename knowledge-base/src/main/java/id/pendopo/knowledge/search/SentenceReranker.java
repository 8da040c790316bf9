package id.pendopo.knowledge.search;

import id.pendopo.knowledge.Embedder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Dense re-ranker, the second stage of the search: compares a question with the best hits by what a sentence model makes
 * of their articles' questions and texts, and puts them in order anew. The model is asked for the articles in the background;
 * who asks before it is done goes by the first stage alone. Any thread may ask.
 */
public final class SentenceReranker {

    /** So many of the best hits are compared; behind them the right one hardly ever stands. */
    public static final int COMPARED = 20;

    /** Vectors of more lines than this take too much memory, some 1.5 kB each. */
    private static final int MOST_LINES = 20_000;

    /** So many characters of a text are compared. */
    private static final int BEGINNING = 600;

    private final Ranking first;
    private final Ranking second;
    private final CompletableFuture<Optional<Vectors>> vectors;

    /** What the model makes of each article's lines. */
    private record Vectors(Embedder embedder, Map<String, List<float[]>> byArticle) {}

    private SentenceReranker(Ranking first, Ranking second, CompletableFuture<Optional<Vectors>> vectors) {
        this.first = first;
        this.second = second;
        this.vectors = vectors;
    }

    /**
     * Begins to compute the articles' vectors as soon as there is a model: a few milliseconds of a core for each line that was
     * not seen before.
     *
     * @param model empty if there is none: then the first stage stands
     */
    public static SentenceReranker over(List<Passage> passages, CompletableFuture<Optional<Embedder>> model) {
        return over(passages, model, Ranking.shipped(), Ranking.shippedWithSentences());
    }

    /** The same with a model that is at hand. */
    public static SentenceReranker over(List<Passage> passages, Embedder model) {
        return over(passages, CompletableFuture.completedFuture(Optional.of(model)));
    }

    /** The same with other orders of what is found. */
    public static SentenceReranker over(
            List<Passage> passages,
            CompletableFuture<Optional<Embedder>> model,
            Ranking firstStage,
            Ranking secondStage) {
        return new SentenceReranker(
                firstStage,
                secondStage,
                model.thenApplyAsync(
                        given -> given.flatMap(embedder -> vectors(passages, embedder)),
                        SentenceReranker::inBackground));
    }

    private static void inBackground(Runnable task) {
        Thread.ofPlatform().daemon().name("sentence-vectors").start(task);
    }

    private static Optional<Vectors> vectors(List<Passage> passages, Embedder embedder) {
        if (passages.stream().mapToInt(passage -> passage.questions().size()).sum() > MOST_LINES) {
            return Optional.empty();
        }
        Map<String, List<float[]>> byArticle = new HashMap<>();
        for (Passage passage : passages) {
            List<float[]> ofArticle = byArticle.computeIfAbsent(passage.id(), _ -> new ArrayList<>());
            lines(passage).map(embedder::embed).forEach(ofArticle::add);
        }
        return Optional.of(new Vectors(embedder, byArticle));
    }

    /** Its questions, and how its text begins under its title. */
    private static Stream<String> lines(Passage passage) {
        String text = passage.questions().getFirst() + "\n" + passage.body();
        return Stream.concat(
                passage.questions().stream(), Stream.of(text.substring(0, Math.min(BEGINNING, text.length()))));
    }

    /** Whether what it says will not change any more. */
    public boolean settled() {
        return vectors.isDone();
    }

    /**
     * Waits until all articles can be compared.
     *
     * @throws java.util.concurrent.CompletionException the model failed; only the first stage can be used
     */
    public void await() {
        vectors.join();
    }

    /** What was found, in the order of both stages; as it was until the articles can be compared. */
    public Findings reranked(String text, Findings found) {
        return vectors.isDone() && !vectors.isCompletedExceptionally()
                ? vectors.join()
                        .map(computed -> reranked(text, found, computed))
                        .orElse(found)
                : found;
    }

    private Findings reranked(String text, Findings found, Vectors computed) {
        float[] asked = computed.embedder().embed(text);
        Stream<Hit> best = found.hits().stream()
                .limit(COMPARED)
                .map(hit -> compared(hit, asked, computed))
                .sorted(Comparator.comparingDouble(Hit::score).reversed());
        return found.with(
                Stream.concat(best, found.hits().stream().skip(COMPARED)).toList());
    }

    private Hit compared(Hit hit, float[] asked, Vectors computed) {
        double alike = computed.byArticle().getOrDefault(hit.id(), List.of()).stream()
                .mapToDouble(line -> Embedder.likeness(asked, line))
                .max()
                .orElse(0);
        double preferred = hit.score() - first.score(hit.likeness());
        Hit.Likeness likeness = hit.likeness().comparedBySentence(alike);
        return hit.with(second.score(likeness) + preferred, likeness);
    }
}
