package id.pendopo.benchmarks;

import id.pendopo.benchmarks.Load.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.json.JsonMapper;

/**
 * One SMS, every hop: signature, dedupe, knowledge answer, durable reply in the response; beside a bare endpoint. Rounds of
 * both alternate, so that a noisy machine disturbs both; what counts is the median of the paired ratios.
 */
final class TurnBenchmark {

    private static final int WARM_UP = 20;
    private static final int ROUNDS = 7;

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
            Load deskLoad = new Load(new SignedSms(desk.webhook()));
            Load bareLoad = new Load(new SignedSms(bare.webhook()));
            deskLoad.run(WARM_UP);
            bareLoad.run(WARM_UP);
            List<Sample> turns = new ArrayList<>();
            List<Sample> bares = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                bares.add(bareLoad.run(seconds));
                turns.add(deskLoad.run(seconds));
                System.out.printf(
                        "round %d: turn %.0f/s, bare %.0f/s, ratio %.2f%n",
                        round + 1, turns.getLast().rps(), bares.getLast().rps(), ratio(turns, bares, round));
            }
            System.out.printf("told to come back later: turn %d, bare %d%n", deskLoad.shed(), bareLoad.shed());
            report(turns, bares, desk, postgres);
        }
    }

    private void report(List<Sample> turns, List<Sample> bares, ServerProcess desk, String postgres)
            throws IOException {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ratios.add(ratio(turns, bares, round));
        }
        ratios.sort(Comparator.naturalOrder());
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("command", "bench turn --seconds " + seconds);
        result.put("machine", Machine.name(postgres));
        result.put(
                "ratio", Map.of("median", ratios.get(ROUNDS / 2), "min", ratios.getFirst(), "max", ratios.getLast()));
        result.put("turn", figures(turns));
        result.put("bare", figures(bares));
        result.put("start_s", desk.startSeconds());
        result.put("rss_mb", desk.rssMiB());
        String text =
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(result);
        if (json.isPresent()) {
            Files.writeString(json.get(), text);
        }
        System.out.println(text);
    }

    private static double ratio(List<Sample> turns, List<Sample> bares, int round) {
        return turns.get(round).rps() / bares.get(round).rps();
    }

    private static Map<String, Double> figures(List<Sample> samples) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("rps", median(samples, Sample::rps));
        figures.put("p50_ms", median(samples, Sample::p50));
        figures.put("p95_ms", median(samples, Sample::p95));
        figures.put("p99_ms", median(samples, Sample::p99));
        return figures;
    }

    private static double median(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        return samples.stream().mapToDouble(figure).sorted().toArray()[samples.size() / 2];
    }
}
