package id.pendopo.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * Processor time in milliseconds, from Linux's {@code /proc} in steps of 10 ms. Unlike a rate it hardly depends on what else
 * the machine does.
 *
 * @param jvm of the server, its compiler and its collector included
 * @param database of every process of its database
 * @param driver of the load
 */
record ProcessorTime(double jvm, double database, double driver) {

    /** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: a clock tick is 10 ms on every Linux that Java runs on. */
    private static final double TICK_MS = 10;

    /** The fields of user and system time, counted from the one after the program's name, and of its children that ended. */
    private static final int USER = 11;

    private static final int SYSTEM = 12;
    private static final int ENDED_USER = 13;
    private static final int ENDED_SYSTEM = 14;

    /** Used so far. */
    static ProcessorTime of(ProcessHandle server, ProcessHandle database) {
        double postgres = ms(database.pid(), USER, SYSTEM, ENDED_USER, ENDED_SYSTEM)
                + database.children()
                        .mapToDouble(child -> ms(child.pid(), USER, SYSTEM))
                        .sum();
        return new ProcessorTime(
                ms(server.pid(), USER, SYSTEM),
                postgres,
                ms(ProcessHandle.current().pid(), USER, SYSTEM));
    }

    ProcessorTime minus(ProcessorTime earlier) {
        return new ProcessorTime(jvm - earlier.jvm, database - earlier.database, driver - earlier.driver);
    }

    /** Of each of so many requests. */
    ProcessorTime each(long requests) {
        return new ProcessorTime(jvm / requests, database / requests, driver / requests);
    }

    @Override
    public String toString() {
        return "JVM %.2f, database %.2f, driver %.2f".formatted(jvm, database, driver);
    }

    /** 0 for a process that has ended meanwhile, as a worker of the database may, and where there is no {@code /proc}. */
    private static double ms(long pid, int... fields) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] counted = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return TICK_MS
                    * IntStream.of(fields)
                            .mapToLong(field -> Long.parseLong(counted[field]))
                            .sum();
        } catch (IOException ended) {
            return 0;
        }
    }
}
