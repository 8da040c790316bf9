package id.pendopo.knowledge.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures that every evaluation reports in the same way. */
final class Measures {

    private Measures() {}

    /** A question's score and whether it belongs to the wanted ones. */
    record Scored(double score, boolean wanted) {}

    /** Chance that a wanted one scores higher than an unwanted one (ties count half); 0 when there are not both. */
    static double auroc(List<Scored> scored) {
        List<Double> wanted = scores(scored, true);
        List<Double> unwanted = scores(scored, false);
        double wins = 0;
        for (double w : wanted) {
            for (double u : unwanted) {
                wins += w > u ? 1 : w == u ? 0.5 : 0;
            }
        }
        return wanted.isEmpty() || unwanted.isEmpty() ? 0 : round(wins / wanted.size() / unwanted.size());
    }

    private static List<Double> scores(List<Scored> scored, boolean wanted) {
        return scored.stream()
                .filter(s -> s.wanted() == wanted)
                .map(Scored::score)
                .toList();
    }

    static double share(long part, long whole) {
        return whole == 0 ? 0 : round((double) part / whole);
    }

    static double round(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }

    /** A percentile of durations, in milliseconds. */
    static double percentile(long[] nanos, int percent) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        int place = Math.min(sorted.length - 1, sorted.length * percent / 100);
        return sorted.length == 0 ? 0 : round(sorted[place] / 1e6);
    }

    /** Figures followed by what they cost: time per line, once for training, once for the index; memory. */
    static Map<String, Object> withCosts(
            Map<String, Object> figures, long[] nanos, double trainSeconds, double indexSeconds) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>(figures);
        all.put("p50_ms", percentile(nanos, 50));
        all.put("p95_ms", percentile(nanos, 95));
        all.put("train_s", trainSeconds);
        all.put("index_s", indexSeconds);
        all.put("rss_mb", residentMegabytes());
        return all;
    }

    static double secondsSince(long nanos) {
        return round((System.nanoTime() - nanos) / 1e9);
    }

    /** Memory of this process in MB: resident where the system tells it, the heap otherwise. */
    static long residentMegabytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    static String machine() {
        return Runtime.getRuntime().availableProcessors() + " cores, "
                + (Runtime.getRuntime().maxMemory() >> 20) + " MB heap, " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + ", Java " + Runtime.version();
    }
}
