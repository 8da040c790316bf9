package id.pendopo.conversation.turn;

import id.pendopo.channels.Inbox.DeskUnavailable;
import jakarta.annotation.PreDestroy;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * A time-out on the reading of one message, outside any transaction: whoever reads for too long is interrupted, and what
 * gathers facts stops then. Waiting for the database, the desk's first minute and a machine that has too much else to do
 * are no fault of the message, and nobody is interrupted for them here.
 */
@Component
class ReadingTime {

    /** A message is read within milliseconds; the whole request has 7 s. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** Until then classes are loaded and models unpacked, for whichever message comes first. */
    private static final Duration WARM = Duration.ofMinutes(1);

    /** Processes that wait for each processor; the machine has too much else to do. */
    private static final double CROWDED = 2;

    private final Duration limit;
    private final BooleanSupplier excused;
    private final ScheduledThreadPoolExecutor alarms;

    @Autowired
    ReadingTime() {
        this(LIMIT, () -> starts() || crowded());
    }

    /** @param excused whether slowness is nobody's fault at this moment */
    ReadingTime(Duration limit, BooleanSupplier excused) {
        this.limit = limit;
        this.excused = excused;
        this.alarms = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("reading-", 0).factory());
        alarms.setRemoveOnCancelPolicy(true);
    }

    /** It took too long, of itself: the next time will be no better. */
    static final class TookTooLong extends RuntimeException {

        TookTooLong() {
            super("the message took too long to read", null, false, false);
        }
    }

    /**
     * Reads on the caller's thread.
     *
     * @throws TookTooLong it did, whatever came of it
     * @throws DeskUnavailable the caller was told to stop meanwhile
     */
    <T> T within(Supplier<T> reading) {
        Alarm alarm = new Alarm(Thread.currentThread());
        try {
            T read = reading.get();
            alarm.end();
            return read;
        } catch (CancellationException stopped) {
            alarm.end();
            throw new DeskUnavailable("told to stop while a message was read");
        } finally {
            alarm.end();
        }
    }

    @PreDestroy
    void stop() {
        alarms.shutdownNow();
    }

    /** The time-out of one thread's reading, which ends once: by itself or by its reader. */
    private final class Alarm {

        private final Thread reader;
        private boolean over;
        private boolean ended;
        private Future<?> next;

        Alarm(Thread reader) {
            this.reader = reader;
            this.next = schedule();
        }

        private Future<?> schedule() {
            try {
                return alarms.schedule(this::ring, limit.toNanos(), TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException stopping) {
                throw new DeskUnavailable("the desk is stopping");
            }
        }

        private synchronized void ring() {
            if (ended) {
                return;
            }
            if (waitsForTheDatabase(reader) || excused.getAsBoolean()) {
                next = schedule();
            } else {
                over = true;
                reader.interrupt();
            }
        }

        /** By the reader: nobody interrupts it from now on, and our interruption is forgotten. */
        private synchronized void end() {
            if (!ended) {
                ended = true;
                next.cancel(false);
                if (over) {
                    Thread.interrupted();
                    throw new TookTooLong();
                }
            }
        }
    }

    private static boolean starts() {
        return ManagementFactory.getRuntimeMXBean().getUptime() < WARM.toMillis();
    }

    private static boolean crowded() {
        OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
        return machine.getSystemLoadAverage() > CROWDED * machine.getAvailableProcessors();
    }

    private static boolean waitsForTheDatabase(Thread reader) {
        return Arrays.stream(reader.getStackTrace())
                .map(StackTraceElement::getClassName)
                .anyMatch(name -> name.startsWith("org.postgresql.") || name.startsWith("com.zaxxer.hikari."));
    }
}
