package id.pendopo.knowledge.cli;

import id.pendopo.knowledge.BundledModels;
import id.pendopo.knowledge.TextClassifier;
import id.pendopo.knowledge.TextClassifier.Example;
import id.pendopo.knowledge.TextClassifier.Guess;
import id.pendopo.knowledge.cli.Measures.Scored;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code evaluate-intents --train FILE --test FILE [--json FILE]}: teaches the desk's own classifier the labels of one file
 * and reports how often it is right about the other. {@code oos} is no label but what belongs to none.
 */
public final class EvaluateIntents implements ToolProvider {

    private static final int WARM_UP = 200;
    private static final String OUT_OF_SCOPE = "oos";
    private static final Guess NOTHING = new Guess("", 0);

    private final JsonLines lines = new JsonLines();

    /** A text of a file with its label. */
    record IntentLine(String text, String label, @Nullable String lang) {

        IntentLine {
            JsonLines.required("text", text);
            JsonLines.required("label", label);
        }

        boolean inScope() {
            return !label.equals(OUT_OF_SCOPE);
        }

        @Override
        public String toString() {
            return "IntentLine[" + label + "]";
        }
    }

    private record Guessed(IntentLine line, Guess guess) {

        boolean right() {
            return line.label().equals(guess.label());
        }
    }

    @Override
    public String name() {
        return "evaluate-intents";
    }

    @Override
    public int run(PrintWriter out, PrintWriter err, String... arguments) {
        return Evaluation.run(Set.of("--train", "--test"), this::report, "evaluate intents", out, err, arguments);
    }

    private Map<String, Object> report(Options options) throws IOException {
        List<IntentLine> train = lines.read(options.required("--train"), IntentLine.class);
        List<IntentLine> test = lines.read(options.required("--test"), IntentLine.class);
        TextClassifier classifier = BundledModels.load().classifiers().create();
        long start = System.nanoTime();
        classifier.train(train.stream()
                .filter(IntentLine::inScope)
                .map(line -> new Example(line.text(), line.label()))
                .toList());
        double trainSeconds = Measures.secondsSince(start);
        train.stream().limit(WARM_UP).forEach(line -> classifier.classify(line.text()));
        return new Evaluation<IntentLine, Guessed>(
                        "evaluate intents",
                        line -> new Guessed(
                                line, classifier.classify(line.text()).orElse(NOTHING)),
                        EvaluateIntents::figures,
                        guessed -> Objects.requireNonNullElse(guessed.line().lang(), "und"))
                .report(test, trainSeconds, 0);
    }

    private static Map<String, Object> figures(List<Guessed> guessed) {
        List<Guessed> inScope = guessed.stream().filter(g -> g.line().inScope()).toList();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("n", guessed.size());
        figures.put(
                "accuracy",
                Measures.share(inScope.stream().filter(Guessed::right).count(), inScope.size()));
        figures.put("macro_f1", macroF1(inScope));
        figures.put(
                "oos_auroc",
                Measures.auroc(guessed.stream()
                        .map(g -> new Scored(g.guess().confidence(), g.line().inScope()))
                        .toList()));
        return figures;
    }

    /** The mean over all labels that were due or given, each by the harmonic mean of precision and recall. */
    private static double macroF1(List<Guessed> guessed) {
        Map<String, Long> due = counts(guessed.stream().map(g -> g.line().label()));
        Map<String, Long> given = counts(guessed.stream().map(g -> g.guess().label()));
        Map<String, Long> right =
                counts(guessed.stream().filter(Guessed::right).map(g -> g.line().label()));
        return Measures.round(Stream.concat(due.keySet().stream(), given.keySet().stream())
                .distinct()
                .mapToDouble(label -> 2.0
                        * right.getOrDefault(label, 0L)
                        / (due.getOrDefault(label, 0L) + given.getOrDefault(label, 0L)))
                .average()
                .orElse(0));
    }

    private static Map<String, Long> counts(Stream<String> labels) {
        return labels.collect(Collectors.groupingBy(label -> label, Collectors.counting()));
    }
}
