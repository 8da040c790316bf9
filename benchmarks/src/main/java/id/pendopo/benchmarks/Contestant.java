package id.pendopo.benchmarks;

import id.pendopo.benchmarks.Load.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** A server under load, with what was measured in each of its rounds. */
final class Contestant {

    private final ServerProcess server;
    private final Load load;
    private final List<Sample> samples = new ArrayList<>();
    private final List<ProcessorTime> each = new ArrayList<>();

    Contestant(ServerProcess server) {
        this.server = server;
        this.load = new Load(new SignedSms(server.webhook()));
    }

    void warmUp(int seconds) throws InterruptedException {
        load.run(seconds);
    }

    /** One round. */
    void run(int seconds) throws InterruptedException {
        ProcessorTime before = server.processorTime();
        Sample sample = load.run(seconds);
        samples.add(sample);
        each.add(server.processorTime().minus(before).each(sample.answered()));
    }

    double rps(int round) {
        return samples.get(round).rps();
    }

    long shed() {
        return load.shed();
    }

    /** The latest round in words. */
    String latest() {
        return "%.0f/s (ms of processor each: %s)".formatted(samples.getLast().rps(), each.getLast());
    }

    /** The medians of all rounds. */
    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("rps", median(samples, Sample::rps));
        figures.put("p50_ms", median(samples, Sample::p50));
        figures.put("p95_ms", median(samples, Sample::p95));
        figures.put("p99_ms", median(samples, Sample::p99));
        figures.put("cpu_ms", processor());
        return figures;
    }

    private Map<String, Double> processor() {
        Map<String, Double> processor = new LinkedHashMap<>();
        processor.put("jvm", median(each, ProcessorTime::jvm));
        processor.put("database", median(each, ProcessorTime::database));
        processor.put("driver", median(each, ProcessorTime::driver));
        return processor;
    }

    private static <T> double median(List<T> rounds, ToDoubleFunction<T> figure) {
        return rounds.stream().mapToDouble(figure).sorted().toArray()[rounds.size() / 2];
    }
}
