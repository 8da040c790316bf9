package id.pendopo.config.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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

    /** Somebody who writes more than others, now and then very much at once. */
    private static final String BUSY = "+628119999001";

    private static final int VERY_MUCH = 210;
    private static final int VERY_MUCH_EVERY = 25;

    /** Cycles whose starts are worth a rehearsal. */
    private static final int MANY = 30;

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
     * @param marking the lines with possible duplicates
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
            Set<String> marking,
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
        Map<String, String> more = cycles >= MANY ? rehearsed(folder) : Map.of();
        try (Theatre theatre = Theatre.open(folder, more)) {
            result = run(theatre, folder);
        }
        if (result.clean()) {
            FileSystemUtils.deleteRecursively(folder);
        }
        return result;
    }

    /**
     * Starts a desk once and stops it, so that all others start from a cache of its classes.
     *
     * @return what they are started with; empty where classes do not stand in archives, which the cache needs
     * @see <a href="https://openjdk.org/jeps/514">JEP 514</a>
     */
    private static Map<String, String> rehearsed(Path folder) throws Exception {
        Path cache = folder.resolve("desk.aot");
        Path rehearsal = Files.createDirectory(folder.resolve("rehearsal"));
        try (Theatre theatre = Theatre.open(rehearsal, Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTCacheOutput=" + cache));
                Traffic traffic = Traffic.start(theatre.providers(), 1, 0, 0)) {
            theatre.awaitAcknowledged(AUDITED_EVERY, Duration.ofMinutes(1));
            traffic.close();
        }
        return Files.exists(cache) ? Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTCache=" + cache) : Map.of();
    }

    /** A long run is audited now and then, so that a fault is known where it happened. */
    private Result run(Theatre theatre, Path folder) throws Exception {
        Random random = new Random(seed);
        Repetitions repetitions = theatre.twilio().repeats(seed);
        for (int cycle = 1; ; cycle++) {
            try {
                if (cycle % VERY_MUCH_EVERY == 1) {
                    Traffic.pour(theatre.twilio(), TwilioProvider.RESPONDING, BUSY, VERY_MUCH);
                }
                strike(theatre, cycle, random);
            } catch (IllegalStateException notReady) {
                throw new IllegalStateException("seed " + seed + ", cycle " + cycle + " of " + cycles, notReady);
            }
            if (cycle % AUDITED_EVERY != 0 && cycle != cycles) {
                continue;
            }
            long begin = System.nanoTime();
            awaitRepetitions(repetitions);
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
        Blow struck;
        try (Traffic traffic = Traffic.start(theatre.providers(), CITIZENS_PER_LINE, cycle, load)) {
            traffic.join(theatre.twilio(), TwilioProvider.RESPONDING, BUSY, moment.nextLong());
            struck = blow.await(theatre, moment) ? blow : Blow.ANY_MOMENT;
            theatre.desk().kill();
            theatre.release();
            traffic.close();
        }
        theatre.desk().restart();
        blows.merge(struck, 1, Integer::sum);
        System.out.printf(
                "cycle %d of %d: %s, %d acknowledged so far%n",
                cycle, cycles, struck, theatre.ledger().count(Ledger.What.ACKNOWLEDGED));
    }

    private static void awaitRepetitions(Repetitions repetitions) throws InterruptedException {
        while (repetitions.waiting() > 0) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        System.out.println(repetitions.answered() + " webhooks were answered when they were repeated");
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
                found.marking(),
                healedIn,
                struck,
                words.strip(),
                folder.toString(),
                theatre.postgres());
    }
}
