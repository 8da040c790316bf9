package id.pendopo.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** {@code bench turn [--seconds N] [--json out.json]}. */
public final class Bench {

    private static final int SECONDS = 8;

    private Bench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 0 || !"turn".equals(args[0]) || args.length % 2 == 0) {
            System.err.println("usage: pendopo bench turn [--seconds N] [--json out.json]");
            System.exit(2);
        }
        int seconds = option(args, "--seconds").map(Integer::parseInt).orElse(SECONDS);
        new TurnBenchmark(seconds, option(args, "--json").map(Path::of)).run();
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
