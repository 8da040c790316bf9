package id.pendopo.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What figures were measured on. */
final class Machine {

    private Machine() {}

    static String name(String postgres) {
        return name() + ", PostgreSQL " + postgres;
    }

    /** Without a database. */
    static String name() {
        return Runtime.getRuntime().availableProcessors() + " cores, " + memoryGiB() + " GiB, JDK "
                + System.getProperty("java.version");
    }

    private static long memoryGiB() {
        try {
            return Files.readAllLines(Path.of("/proc/meminfo")).stream()
                    .filter(line -> line.startsWith("MemTotal:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 20)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
