package id.pendopo.ticketing.lifecycle;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A scheduled task with a fixed delay, on a thread of its own, never run twice at once. */
final class PeriodicTask {

    private final String name;
    private final Runnable step;
    private final Duration pause;
    private final AtomicReference<Optional<ScheduledExecutorService>> running = new AtomicReference<>(Optional.empty());

    /** @param step must not throw: what it throws ends the repetition */
    PeriodicTask(String name, Runnable step, Duration pause) {
        this.name = name;
        this.step = step;
        this.pause = pause;
    }

    void start() {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
        thread.scheduleWithFixedDelay(step, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        running.set(Optional.of(thread));
    }

    void stop() {
        running.getAndSet(Optional.empty()).ifPresent(ScheduledExecutorService::shutdownNow);
    }

    boolean running() {
        return running.get().isPresent();
    }
}
