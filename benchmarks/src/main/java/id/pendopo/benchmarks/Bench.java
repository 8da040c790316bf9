package id.pendopo.benchmarks;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * {@code bench turn [--seconds N]}, {@code bench crash [--cycles N] [--seed S]} and {@code bench answers [--passages N]}, all
 * with {@code [--json out.json]}.
 */
public final class Bench {

    private static final int SECONDS = 15;
    private static final int CYCLES = 20;
    private static final int SEEDS = 1_000_000;
    private static final int PASSAGES = 1_000_000;

    /** The launcher says where the repository's corpus lies. */
    private static final String CORPUS = "pendopo.corpus";

    private Bench() {}

    public static void main(String[] args) throws Exception {
        String what = args.length % 2 == 1 ? args[0] : "";
        Optional<Path> json = option(args, "--json").map(Path::of);
        switch (what) {
            case "turn" ->
                new TurnBenchmark(number(args, "--seconds").map(Long::intValue).orElse(SECONDS), json).run();
            case "crash" -> {
                int cycles = number(args, "--cycles").map(Long::intValue).orElse(CYCLES);
                long seed = number(args, "--seed")
                        .orElseGet(() -> (long) ThreadLocalRandom.current().nextInt(SEEDS));
                System.exit(new CrashBenchmark(cycles, seed, json).run() ? 0 : 1);
            }
            case "answers" -> {
                int passages = number(args, "--passages").map(Long::intValue).orElse(PASSAGES);
                Path corpus = Path.of(System.getProperty(CORPUS, "knowledge-base/corpus"));
                new AnswersBenchmark(passages, corpus, json).run();
            }
            default -> {
                System.err.println("usage: pendopo bench turn [--seconds N] [--json out.json]");
                System.err.println("       pendopo bench crash [--cycles N] [--seed S] [--json out.json]");
                System.err.println("       pendopo bench answers [--passages N] [--json out.json]");
                System.exit(2);
            }
        }
    }

    private static Optional<Long> number(String[] args, String name) {
        return option(args, name).map(Long::parseLong);
    }

    private static Optional<String> option(String[] args, String name) {
        for (int i = 1; i + 1 < args.length; i += 2) {
            if (args[i].equals(name)) {
                return Optional.of(args[i + 1]);
            }
        }
        return Optional.empty();
    }
}
