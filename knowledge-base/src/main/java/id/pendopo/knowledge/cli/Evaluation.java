package id.pendopo.knowledge.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What all evaluations do alike: each line is timed, figures are told of all lines and by language, the report is printed
 * and written where it is wanted.
 *
 * @param command as a person types it
 * @param ask what is done with a line
 * @param figures of what was asked
 * @param language of what was asked
 */
record Evaluation<L, R>(
        String command,
        Function<L, R> ask,
        Function<List<R>, Map<String, Object>> figures,
        Function<R, String> language) {

    private static final String JSON = "--json";
    private static final int WRONGLY_CALLED = 2;

    /** What a command makes of the files that it was given. */
    @FunctionalInterface
    interface Work {

        /** The report, with the figures by name. */
        Map<String, Object> report(Options options) throws IOException;
    }

    /** Runs a command whose options are these files and {@code --json}; what is wrong with them is said in one line. */
    static int run(
            Set<String> files, Work work, String command, PrintWriter out, PrintWriter err, String... arguments) {
        try {
            Set<String> names = Stream.concat(files.stream(), Stream.of(JSON)).collect(Collectors.toSet());
            Options options = new Options(names, arguments);
            String report = new JsonLines().write(work.report(options));
            out.println(report);
            Optional<Path> file = options.optional(JSON);
            if (file.isPresent()) {
                Files.writeString(file.get(), report + "\n");
            }
            return 0;
        } catch (IllegalArgumentException | IOException e) {
            err.println(command + ": " + e.getMessage());
            return WRONGLY_CALLED;
        }
    }

    /** Asks all lines. Whoever wants a fair time warms up before. */
    Map<String, Object> report(List<L> lines, double trainSeconds, double indexSeconds) throws IOException {
        List<R> asked = new ArrayList<>();
        long[] nanos = new long[lines.size()];
        for (int i = 0; i < nanos.length; i++) {
            long before = System.nanoTime();
            R result = ask.apply(lines.get(i));
            nanos[i] = System.nanoTime() - before;
            asked.add(result);
        }
        Map<String, Object> byLanguage = new LinkedHashMap<>();
        asked.stream()
                .collect(Collectors.groupingBy(language, TreeMap::new, Collectors.toList()))
                .forEach((name, group) -> byLanguage.put(name, figures.apply(group)));
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("command", command);
        report.put("machine", Measures.machine());
        report.put("overall", Measures.withCosts(figures.apply(asked), nanos, trainSeconds, indexSeconds));
        report.put("by_lang", byLanguage);
        return report;
    }
}
