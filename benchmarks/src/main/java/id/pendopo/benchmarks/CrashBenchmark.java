package id.pendopo.benchmarks;

import id.pendopo.config.ledger.CrashRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The ledger test for as long as one likes: the desk is killed again and again and must have lost nothing. */
final class CrashBenchmark {

    private final int cycles;
    private final long seed;
    private final Optional<Path> json;

    CrashBenchmark(int cycles, long seed, Optional<Path> json) {
        this.cycles = cycles;
        this.seed = seed;
        this.json = json;
    }

    /** @return whether nothing was lost, sent twice or out of order */
    boolean run() throws Exception {
        System.out.println("seed " + seed);
        CrashRun.Result result = new CrashRun(cycles, seed).run();
        if (json.isPresent()) {
            Files.writeString(
                    json.get(),
                    JsonMapper.builder()
                            .build()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsString(figures(result)));
        }
        System.out.printf(
                "%d asked, %d replies left to a person, healed in %d s, struck %s%n",
                result.asked(), result.visible(), result.healedIn(), result.blows());
        if (!result.findings().isEmpty()) {
            System.out.println(result.findings() + "\nseed " + seed + ", logs and ledger in " + result.log());
        }
        System.out.println(result.line());
        return result.clean();
    }

    private static Map<String, Object> figures(CrashRun.Result result) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("command", "bench crash --cycles " + result.cycles() + " --seed " + result.seed());
        figures.put("machine", Machine.name(result.postgres()));
        figures.put("cycles", result.cycles());
        figures.put("seed", result.seed());
        figures.put("asked", result.asked());
        figures.put("acknowledged", result.acknowledged());
        figures.put("lost", result.lost());
        figures.put("duplicated", result.duplicated());
        figures.put("out_of_order", result.outOfOrder());
        figures.put("possible_duplicates", result.possibleDuplicates());
        figures.put("possible_duplicates_on", result.marking());
        figures.put("left_to_a_person", result.visible());
        figures.put("healed_s", result.healedIn());
        figures.put("struck", result.blows());
        return figures;
    }
}
