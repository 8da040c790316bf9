package id.pendopo.config.ledger;

import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Webhooks that got no answer and are called again until they get one: at once, while the desk is down, when it has just
 * come back, and when it is about to send the answer by itself.
 */
final class Repetitions implements AutoCloseable {

    /** A reply in doubt is asked after 30 s after a start, which takes about 10 s, and sent within 10 s of that. */
    private static final int LATEST_FIRST_MILLIS = 60_000;

    private static final int LONGEST_PAUSE_MILLIS = 9_000;
    private static final int MOST = 12;

    private final Random random;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();

    Repetitions(long seed) {
        random = new Random(seed);
    }

    /** A call; returns whether it was answered. */
    interface Call {
        boolean again() throws InterruptedException;
    }

    void until(Call answered) {
        waiting.incrementAndGet();
        int first = delay(LATEST_FIRST_MILLIS);
        threads.execute(() -> {
            try {
                repeat(answered, first);
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            } finally {
                waiting.decrementAndGet();
            }
        });
    }

    private void repeat(Call call, int first) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(first);
        for (int i = 0; i < MOST; i++) {
            if (call.again()) {
                answered.incrementAndGet();
                return;
            }
            TimeUnit.MILLISECONDS.sleep(delay(LONGEST_PAUSE_MILLIS));
        }
    }

    private synchronized int delay(int longest) {
        return random.nextInt(longest);
    }

    /** Those that go on. */
    int waiting() {
        return waiting.get();
    }

    /** Webhooks that were answered when they were repeated. */
    int answered() {
        return answered.get();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
