package id.pendopo.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * One SMS, every hop: signature, dedupe, knowledge answer, durable reply in the response; beside a bare endpoint. Rounds of
 * both alternate, so that a noisy machine disturbs both; what counts is the median of the paired ratios.
 */
final class TurnBenchmark {

    private static final int WARM_UP = 20;
    private static final int ROUNDS = 9;

    private final int seconds;
    private final Optional<Path> json;

    TurnBenchmark(int seconds, Optional<Path> json) {
        this.seconds = seconds;
        this.json = json;
    }

    void run() throws IOException, InterruptedException {
        try (ServerProcess desk = ServerProcess.start("turn", "id.pendopo.config.Pendopo", List.of("demo"));
                ServerProcess bare = ServerProcess.start("bare", "id.pendopo.benchmarks.Bare", List.of())) {
            String postgres = desk.assertDurable();
            bare.assertDurable();
            Contestant turn = new Contestant(desk);
            Contestant beside = new Contestant(bare);
            turn.warmUp(WARM_UP);
            beside.warmUp(WARM_UP);
            for (int round = 0; round < ROUNDS; round++) {
                beside.run(seconds);
                turn.run(seconds);
                System.out.printf(
                        "round %d: turn %s; bare %s; ratio %.2f%n",
                        round + 1, turn.latest(), beside.latest(), ratio(turn, beside, round));
            }
            System.out.printf("told to come back later: turn %d, bare %d%n", turn.shed(), beside.shed());
            report(turn, beside, desk, postgres);
        }
    }

    private void report(Contestant turn, Contestant bare, ServerProcess desk, String postgres) throws IOException {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ratios.add(ratio(turn, bare, round));
        }
        ratios.sort(Comparator.naturalOrder());
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("command", "bench turn --seconds " + seconds);
        result.put("machine", Machine.name(postgres));
        result.put(
                "ratio", Map.of("median", ratios.get(ROUNDS / 2), "min", ratios.getFirst(), "max", ratios.getLast()));
        result.put("turn", turn.figures());
        result.put("bare", bare.figures());
        result.put("start_s", desk.startSeconds());
        result.put("rss_mb", desk.rssMiB());
        String text =
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(result);
        if (json.isPresent()) {
            Files.writeString(json.get(), text);
        }
        System.out.println(text);
    }

    private static double ratio(Contestant turn, Contestant bare, int round) {
        return turn.rps(round) / bare.rps(round);
    }
}
