package id.pendopo.knowledge.cli;

import id.pendopo.knowledge.cli.GateTrials.Origin;
import id.pendopo.knowledge.cli.GateTrials.Signs;
import id.pendopo.knowledge.cli.GateTrials.Trial;
import id.pendopo.knowledge.cli.Measures.Scored;
import id.pendopo.knowledge.fitting.LogisticFit;
import id.pendopo.knowledge.search.Gate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Logistic regression of the gate's two formulas after one stage of the search.
 *
 * @param trials what its figures are told of
 * @param answerable weights of the signs that any article answers
 * @param right weights of the signs that the first one does, if any
 */
record GateFit(List<Trial> trials, Function<Trial, Signs> stage, double[] answerable, double[] right) {

    private static final int STEPS = 20_000;
    private static final double SMOOTHING = 1e-4;

    /**
     * Learns both.
     *
     * @param plain the articles asked as a list of questions without fields: whether anything answers is harder to tell there
     * @param articles the articles asked with all that they hold
     */
    static GateFit of(List<Trial> plain, List<Trial> articles, Function<Trial, Signs> stage) {
        double[] answerable = fit(plain, stage.andThen(Signs::ofAnAnswer), GateFit::answered);
        List<Trial> questions = articles.stream().filter(GateFit::answered).toList();
        double[] right = fit(
                questions,
                stage.andThen(Signs::ofTheRightOne),
                trial -> stage.apply(trial).right());
        return new GateFit(articles, stage, answerable, right);
    }

    private static boolean answered(Trial trial) {
        return trial.origin() == Origin.QUESTION;
    }

    /** Each origin has its share whatever its number. */
    private static double[] fit(List<Trial> trials, Function<Trial, double[]> signs, Predicate<Trial> wanted) {
        Map<Origin, Long> counts = trials.stream().collect(Collectors.groupingBy(Trial::origin, Collectors.counting()));
        double all = counts.keySet().stream().mapToDouble(Origin::share).sum();
        double[] nothing = new double[signs.apply(trials.getFirst()).length];
        return new LogisticFit(nothing, SMOOTHING, STEPS)
                .of(trials.stream()
                        .map(trial -> new LogisticFit.Sample(
                                signs.apply(trial),
                                wanted.test(trial),
                                trial.origin().share() / counts.getOrDefault(trial.origin(), 1L) / all))
                        .toList());
    }

    /** How well both tell, the articles being asked with all that they hold. */
    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("trials", trials.stream().collect(Collectors.groupingBy(Trial::origin, Collectors.counting())));
        figures.put("answerable", answerable);
        figures.put("right", right);
        List<Trial> real = trials.stream()
                .filter(trial -> trial.origin() != Origin.QUESTION_WITHOUT_ITS_SERVICE)
                .toList();
        figures.put("answerable_auroc", auroc(real, this::answerability, GateFit::answered));
        figures.put("right_auroc", auroc(real, this::confidence, this::right));
        for (double threshold : new double[] {0.2, 0.4, 0.6, 0.65, 0.7}) {
            List<Trial> above = real.stream()
                    .filter(trial -> confidence(trial) >= threshold)
                    .toList();
            figures.put(
                    "from " + threshold,
                    Map.of(
                            "questions",
                                    above.stream().filter(GateFit::answered).count(),
                            "right", above.stream().filter(this::right).count(),
                            "others",
                                    above.stream()
                                            .filter(trial -> !answered(trial))
                                            .count()));
        }
        return figures;
    }

    private static double auroc(List<Trial> trials, Function<Trial, Double> score, Predicate<Trial> wanted) {
        return Measures.auroc(trials.stream()
                .map(trial -> new Scored(score.apply(trial), wanted.test(trial)))
                .toList());
    }

    private boolean right(Trial trial) {
        return stage.apply(trial).right();
    }

    private double answerability(Trial trial) {
        return Gate.logistic(answerable, stage.apply(trial).ofAnAnswer());
    }

    private double confidence(Trial trial) {
        return answerability(trial) * Gate.logistic(right, stage.apply(trial).ofTheRightOne());
    }
}
