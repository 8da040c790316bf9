package id.pendopo.benchmarks;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** {@code bench turn [--seconds N]} and {@code bench crash [--cycles N] [--seed S]}, both with {@code [--json out.json]}. */
public final class Bench {

    private static final int SECONDS = 15;
    private static final int CYCLES = 20;
    private static final int SEEDS = 1_000_000;

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
            default -> {
                System.err.println("usage: pendopo bench turn [--seconds N] [--json out.json]");
                System.err.println("       pendopo bench crash [--cycles N] [--seed S] [--json out.json]");
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
