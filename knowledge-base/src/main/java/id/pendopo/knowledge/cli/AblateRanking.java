package id.pendopo.knowledge.cli;

import id.pendopo.knowledge.answering.ShippedModels;
import id.pendopo.knowledge.cli.FitRanking.Found;
import id.pendopo.knowledge.corpus.CivicCorpus;
import id.pendopo.knowledge.search.Hit.Likeness;
import id.pendopo.knowledge.search.Passage;
import id.pendopo.knowledge.search.Ranking;
import java.io.PrintWriter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * {@code ablate-ranking --corpus FOLDER}: how often the right article comes first for services of which the ranking learned
 * nothing, as set by hand, as learned, and as learned without each of the likenesses.
 */
public final class AblateRanking implements ToolProvider {

    private static final int FOLDS = 5;
    private static final int FEW = 5;
    private static final List<String> LIKENESSES = Arrays.stream(Likeness.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList();

    @Override
    public String name() {
        return "ablate-ranking";
    }

    @Override
    public int run(PrintWriter out, PrintWriter err, String... arguments) {
        try {
            CivicCorpus corpus = CivicCorpus.read(new Options(Set.of("--corpus"), arguments).required("--corpus"));
            List<Passage> articles = ShippedModels.passages();
            FitRanking fitting = new FitRanking(corpus);
            Map<String, String> services =
                    articles.stream().collect(Collectors.toMap(Passage::id, Passage::service, (one, same) -> one));
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("articles with fields", figures(fitting.found(articles, Ranking.byHand()), services));
            report.put(
                    "titles and texts", figures(fitting.found(FitGate.titles(articles), Ranking.byHand()), services));
            out.println(new JsonLines().write(report));
            return 0;
        } catch (IllegalArgumentException e) {
            err.println("ablate-ranking: " + e.getMessage());
            return 2;
        }
    }

    private static Map<String, Object> figures(List<Found> all, Map<String, String> services) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("by hand", ranks(all, trials -> Ranking.byHand(), services));
        figures.put("learned", ranks(all, FitRanking::learned, services));
        for (int i = 0; i < LIKENESSES.size(); i++) {
            int left = i;
            List<Found> without =
                    all.stream().map(found -> without(found, left)).toList();
            figures.put("without " + LIKENESSES.get(i), ranks(without, FitRanking::learned, services));
        }
        return figures;
    }

    /** Learns from four fifths of the services and asks about the last, five times. */
    private static Map<String, Double> ranks(
            List<Found> all, Function<List<Found>, Ranking> learning, Map<String, String> services) {
        Map<Integer, List<Found>> folds = all.stream()
                .collect(Collectors.groupingBy(found ->
                        Math.floorMod(services.getOrDefault(found.slug(), "").hashCode() * 31, FOLDS)));
        List<Integer> places = new ArrayList<>();
        folds.forEach((fold, asked) -> {
            Ranking ranking = learning.apply(folds.entrySet().stream()
                    .filter(other -> !other.getKey().equals(fold))
                    .flatMap(other -> other.getValue().stream())
                    .toList());
            asked.forEach(found -> places.add(place(found, ranking)));
        });
        return Map.of(
                "recall@1", share(places, 1),
                "recall@5", share(places, FEW),
                "mrr",
                        Measures.round(places.stream()
                                .mapToDouble(place -> 1.0 / place)
                                .average()
                                .orElse(0)));
    }

    private static int place(Found found, Ranking ranking) {
        double right = score(found.likenesses().getFirst(), ranking);
        return (int) found.likenesses().stream()
                        .filter(figures -> score(figures, ranking) > right)
                        .count()
                + 1;
    }

    private static double score(double[] figures, Ranking ranking) {
        return IntStream.range(0, figures.length)
                .mapToDouble(i -> figures[i] * ranking.weights()[i])
                .sum();
    }

    private static double share(List<Integer> places, int most) {
        return Measures.share(places.stream().filter(place -> place <= most).count(), places.size());
    }

    private static Found without(Found found, int left) {
        return new Found(
                found.slug(),
                found.likenesses().stream()
                        .map(figures -> {
                            double[] kept = figures.clone();
                            kept[left] = 0;
                            return kept;
                        })
                        .toList());
    }
}
