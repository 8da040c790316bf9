package id.pendopo.knowledge.cli;

import id.pendopo.knowledge.answering.ShippedModels;
import id.pendopo.knowledge.cli.GateTrials.Origin;
import id.pendopo.knowledge.cli.GateTrials.Trial;
import id.pendopo.knowledge.cli.Measures.Scored;
import id.pendopo.knowledge.corpus.CivicCorpus;
import id.pendopo.knowledge.search.Gate;
import id.pendopo.knowledge.search.Passage;
import id.pendopo.knowledge.search.Ranking;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/**
 * {@code fit-gate --corpus FOLDER [--out FILE]}: fits the weights of the ranking and of the gate on the civic corpus and the shipped articles,
 * prints how well they tell, and writes them.
 */
public final class FitGate implements ToolProvider {

    private static final int STEPS = 20_000;
    private static final double STEP = 1;
    private static final double SMOOTHING = 1e-4;

    @Override
    public String name() {
        return "fit-gate";
    }

    @Override
    public int run(PrintWriter out, PrintWriter err, String... arguments) {
        try {
            Options options = new Options(Set.of("--corpus", "--out"), arguments);
            CivicCorpus corpus = CivicCorpus.read(options.required("--corpus"));
            List<Passage> articles = ShippedModels.passages();
            Ranking ranking = new FitRanking(corpus).over(List.of(articles, titles(articles)));
            double[] answerable = fit(
                    new GateTrials(plain(articles), corpus, ranking).all(), Trial::signsOfAnAnswer, FitGate::answered);
            List<Trial> trials = new GateTrials(articles, corpus, ranking).all();
            List<Trial> questions = trials.stream().filter(FitGate::answered).toList();
            double[] right = fit(questions, Trial::signsOfTheRightOne, Trial::right);
            out.println(new JsonLines().write(figures(trials, answerable, right)));
            Optional<Path> file = options.optional("--out");
            if (file.isPresent()) {
                Files.writeString(
                        file.get(),
                        "# Written by ./pendopo train.\n"
                                + row("rank", ranking.weights())
                                + row("answerable", answerable)
                                + row("right", right));
            }
            return 0;
        } catch (IllegalArgumentException | IOException e) {
            err.println("fit-gate: " + e.getMessage());
            return 2;
        }
    }

    /** The articles as a list of questions without fields: whether anything answers is harder to tell there. */
    private static List<Passage> plain(List<Passage> articles) {
        return articles.stream()
                .flatMap(article -> article.questions().stream()
                        .map(question ->
                                new Passage(article.id(), article.service(), List.of(question), article.body(), false)))
                .toList();
    }

    /** The articles as a list of their titles and texts, as an agency may bring it. */
    static List<Passage> titles(List<Passage> articles) {
        return articles.stream()
                .map(article -> new Passage(
                        article.id(), article.service(), article.questions().subList(0, 1), article.body(), false))
                .toList();
    }

    private static boolean answered(Trial trial) {
        return trial.origin() == Origin.QUESTION;
    }

    private static String row(String name, double[] weights) {
        return Arrays.stream(weights)
                .mapToObj(weight -> String.format(Locale.ROOT, "\t%.2f", weight))
                .collect(Collectors.joining("", name, "\n"));
    }

    /** Gradient descent on the logistic loss; each origin has its share whatever its number. */
    private static double[] fit(List<Trial> trials, Function<Trial, double[]> signs, Predicate<Trial> wanted) {
        Map<Origin, Long> counts = trials.stream().collect(Collectors.groupingBy(Trial::origin, Collectors.counting()));
        double all = counts.keySet().stream().mapToDouble(Origin::share).sum();
        double[] weights = new double[signs.apply(trials.getFirst()).length];
        for (int step = 0; step < STEPS; step++) {
            double[] slope = new double[weights.length];
            for (Trial trial : trials) {
                double[] given = signs.apply(trial);
                double share = trial.origin().share() / counts.getOrDefault(trial.origin(), 1L) / all;
                double error = share * ((wanted.test(trial) ? 1 : 0) - Gate.logistic(weights, given));
                for (int i = 0; i < slope.length; i++) {
                    slope[i] += error * given[i];
                }
            }
            for (int i = 0; i < weights.length; i++) {
                weights[i] += STEP * (slope[i] - SMOOTHING * weights[i]);
            }
        }
        return weights;
    }

    private static Map<String, Object> figures(List<Trial> trials, double[] answerable, double[] right) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("trials", trials.stream().collect(Collectors.groupingBy(Trial::origin, Collectors.counting())));
        figures.put("answerable", answerable);
        figures.put("right", right);
        List<Trial> real = trials.stream()
                .filter(trial -> trial.origin() != Origin.QUESTION_WITHOUT_ITS_SERVICE)
                .toList();
        figures.put("answerable_auroc", auroc(real, t -> answerability(t, answerable), FitGate::answered));
        figures.put("right_auroc", auroc(real, t -> confidence(t, answerable, right), Trial::right));
        for (double threshold : new double[] {0.2, 0.4, 0.6, 0.65, 0.7}) {
            List<Trial> above = real.stream()
                    .filter(trial -> confidence(trial, answerable, right) >= threshold)
                    .toList();
            figures.put(
                    "from " + threshold,
                    Map.of(
                            "questions",
                                    above.stream().filter(FitGate::answered).count(),
                            "right", above.stream().filter(Trial::right).count(),
                            "others", above.stream().filter(t -> !answered(t)).count()));
        }
        return figures;
    }

    private static double auroc(List<Trial> trials, Function<Trial, Double> score, Predicate<Trial> wanted) {
        return Measures.auroc(trials.stream()
                .map(trial -> new Scored(score.apply(trial), wanted.test(trial)))
                .toList());
    }

    private static double answerability(Trial trial, double[] weights) {
        return Gate.logistic(weights, trial.signsOfAnAnswer());
    }

    private static double confidence(Trial trial, double[] answerable, double[] right) {
        return answerability(trial, answerable) * Gate.logistic(right, trial.signsOfTheRightOne());
    }
}
