package id.pendopo.knowledge.cli;

import id.pendopo.knowledge.BundledModels;
import id.pendopo.knowledge.LanguageDetector;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code evaluate-languages --test FILE [--json FILE]}: detects the language of every line with the desk's own detector and
 * reports how often the likeliest one was right. A text without words counts as {@code none}, and as wrong.
 */
public final class EvaluateLanguages implements ToolProvider {

    private static final int WARM_UP = 200;
    private static final String MALAY = "ms";

    private final JsonLines lines = new JsonLines();

    /** A text of the file with its language. */
    record TestLine(
            String text, @Nullable String lang, @Nullable String label) {

        TestLine {
            JsonLines.required("text", text);
            JsonLines.required("lang or label", lang == null ? label : lang);
        }

        String language() {
            return lang == null ? Objects.requireNonNull(label) : lang;
        }

        @Override
        public String toString() {
            return "TestLine[" + language() + "]";
        }
    }

    private record Detected(String label, String detected) {

        boolean right() {
            return label.equals(detected);
        }
    }

    @Override
    public String name() {
        return "evaluate-languages";
    }

    @Override
    public int run(PrintWriter out, PrintWriter err, String... arguments) {
        return Evaluation.run(Set.of("--test"), this::report, "evaluate languages", out, err, arguments);
    }

    private Map<String, Object> report(Options options) throws IOException {
        List<TestLine> test = lines.read(options.required("--test"), TestLine.class);
        long start = System.nanoTime();
        LanguageDetector detector = BundledModels.load().languages();
        double loadSeconds = Measures.secondsSince(start);
        test.stream().limit(WARM_UP).forEach(line -> detect(detector, line));
        return new Evaluation<TestLine, Detected>(
                        "evaluate languages",
                        line -> detect(detector, line),
                        EvaluateLanguages::figures,
                        Detected::label)
                .report(test, 0, loadSeconds);
    }

    private static Detected detect(LanguageDetector detector, TestLine line) {
        return new Detected(
                line.language(),
                detector.likeliest(line.text()).map(Locale::getLanguage).orElse("none"));
    }

    private static Map<String, Object> figures(List<Detected> detected) {
        List<Detected> withoutMalay =
                detected.stream().filter(d -> !d.label().equals(MALAY)).toList();
        Map<String, Map<String, Long>> confusion = detected.stream()
                .collect(Collectors.groupingBy(
                        Detected::label,
                        TreeMap::new,
                        Collectors.groupingBy(Detected::detected, TreeMap::new, Collectors.counting())));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("n", detected.size());
        figures.put("accuracy", accuracy(detected));
        figures.put("accuracy_without_ms", accuracy(withoutMalay));
        figures.put("confusion", confusion);
        return figures;
    }

    private static double accuracy(List<Detected> detected) {
        return Measures.share(detected.stream().filter(Detected::right).count(), detected.size());
    }
}
