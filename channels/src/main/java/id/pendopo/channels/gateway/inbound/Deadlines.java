package id.pendopo.channels.gateway.inbound;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Time-outs by interruption: whoever works longer than it may is interrupted. */
final class Deadlines implements AutoCloseable {

    private final ScheduledThreadPoolExecutor alarms = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("deadlines-", 0).factory());

    Deadlines() {
        alarms.setRemoveOnCancelPolicy(true);
    }

    /** The calling thread's, which has to end it. */
    Deadline in(Duration budget) {
        return new Deadline(Thread.currentThread(), budget);
    }

    @Override
    public void close() {
        alarms.shutdownNow();
    }

    /** A thread's time, which ends once: by its alarm or by itself. */
    final class Deadline {

        private final Thread worker;
        private final Future<?> alarm;
        private boolean over;
        private boolean ended;

        private Deadline(Thread worker, Duration budget) {
            this.worker = worker;
            this.alarm = alarms.schedule(this::pass, budget.toNanos(), TimeUnit.NANOSECONDS);
        }

        private synchronized void pass() {
            if (!ended) {
                over = true;
                worker.interrupt();
            }
        }

        /** Whether the worker was interrupted. */
        synchronized boolean over() {
            return over;
        }

        /** By the worker: nobody interrupts it from now on, and an interruption that it did not notice is forgotten. */
        synchronized void end() {
            ended = true;
            alarm.cancel(false);
            if (over) {
                Thread.interrupted();
            }
        }
    }
}
