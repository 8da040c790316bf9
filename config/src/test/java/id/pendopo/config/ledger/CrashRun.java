package id.pendopo.config.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/**
 * {@code kill -9} under load, again and again, at random moments and at chosen points; then time to heal, then the audit.
 * The same seed strikes at the same points; what the machine's timing does in between is its own.
 */
public final class CrashRun {

    private static final int CITIZENS_PER_LINE = 4;
    private static final int AUDITED_EVERY = 50;
    private static final Duration HEALS_WITHIN = Duration.ofMinutes(5);

    private final int cycles;
    private final long seed;
    private final Map<Blow, Integer> blows = new EnumMap<>(Blow.class);

    public CrashRun(int cycles, long seed) {
        this.cycles = cycles;
        this.seed = seed;
    }

    /**
     * What became of it.
     *
     * @param findings the audit's, in words; empty when nothing is wrong
     * @param healedIn seconds from the last start until nothing was open
     * @param log where the desk's log and the ledger lie when something is wrong
     */
    public record Result(
            int cycles,
            long seed,
            int asked,
            int acknowledged,
            int lost,
            int duplicated,
            int outOfOrder,
            int visible,
            int possibleDuplicates,
            long healedIn,
            Map<String, Integer> blows,
            String findings,
            String log,
            String postgres) {

        public boolean clean() {
            return lost == 0 && duplicated == 0 && outOfOrder == 0;
        }

        /** The line that ends the run. */
        public String line() {
            return "cycles %d, acknowledged %d, lost %d, duplicated %d, out of order %d, possible duplicates %d"
                    .formatted(cycles, acknowledged, lost, duplicated, outOfOrder, possibleDuplicates);
        }
    }

    public Result run() throws Exception {
        Path folder = Files.createTempDirectory("pendopo-crash");
        Result result;
        try (Theatre theatre = Theatre.open(folder)) {
            result = run(theatre, folder);
        }
        if (result.clean()) {
            FileSystemUtils.deleteRecursively(folder);
        }
        return result;
    }

    /** A long run is audited now and then, so that a fault is known where it happened. */
    private Result run(Theatre theatre, Path folder) throws Exception {
        Random random = new Random(seed);
        for (int cycle = 1; ; cycle++) {
            strike(theatre, cycle, random);
            if (cycle % AUDITED_EVERY != 0 && cycle != cycles) {
                continue;
            }
            long begin = System.nanoTime();
            heal(theatre);
            Result result = result(theatre, cycle, (System.nanoTime() - begin) / 1_000_000_000, folder);
            if (cycle == cycles || !result.clean()) {
                return result;
            }
            System.out.println("so far: " + result.line());
        }
    }

    private void strike(Theatre theatre, int cycle, Random random) throws Exception {
        Blow blow = Blow.values()[random.nextInt(Blow.values().length)];
        long load = random.nextLong();
        Random moment = new Random(random.nextLong());
        try (Traffic traffic = Traffic.start(theatre.providers(), CITIZENS_PER_LINE, cycle, load)) {
            blow.await(theatre, moment);
            theatre.desk().kill();
            theatre.release();
            traffic.close();
        }
        theatre.desk().restart();
        blows.merge(blow, 1, Integer::sum);
        System.out.printf(
                "cycle %d of %d: %s, %d acknowledged so far%n",
                cycle + 1, cycles, blow, theatre.ledger().count(Ledger.What.ACKNOWLEDGED));
    }

    /** Until nothing is open any more, or patience ends; the audit says what is left. */
    static void heal(Theatre theatre) throws Exception {
        long end = System.nanoTime() + HEALS_WITHIN.toNanos();
        while (Audit.open(theatre.ledger(), theatre.database()) > 0 && System.nanoTime() < end) {
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private Result result(Theatre theatre, int cycle, long healedIn, Path folder) throws Exception {
        Audit.Findings found = Audit.of(theatre.ledger(), theatre.database());
        int open = Audit.open(theatre.ledger(), theatre.database());
        Map<String, Integer> struck = new TreeMap<>();
        blows.forEach((blow, times) -> struck.put(blow.name(), times));
        String words =
                String.join("\n", found.problems()) + (open > 0 ? "\n" + open + " rows or lanes are still open" : "");
        return new Result(
                cycle,
                seed,
                found.asked(),
                found.acknowledged(),
                found.lost() + open,
                found.duplicated(),
                found.outOfOrder(),
                found.visible(),
                found.possibleDuplicates(),
                healedIn,
                struck,
                words.strip(),
                folder.toString(),
                theatre.postgres());
    }
}
