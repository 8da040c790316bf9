package id.pendopo.channels.gateway.outbound;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * The wake-up signal of the outbox worker: rouses this node's outbox when there is something to send, so that nobody
 * waits for the poll.
 */
@Component
final class WakeUp {

    private final Semaphore calls = new Semaphore(0);

    void call() {
        calls.release();
    }

    /** Returns when somebody called since the last time, or when the time is over. */
    void await(Duration atMost) throws InterruptedException {
        if (calls.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            calls.drainPermits();
        }
    }
}
