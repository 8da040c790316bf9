package id.pendopo.channels.gateway.pull;

import id.pendopo.channels.adapter.PullAdapter.PullSession;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The lease heartbeat: keeps a line for the node that asks, however long it waits for an answer. A line that was lost
 * meanwhile, and a question that never ends, has its session closed.
 */
final class PullLeases implements AutoCloseable {

    /** Two beats may fail before the lease ends. */
    private static final Duration BEAT = PullPositions.LEASE.dividedBy(3);

    /** Longer than any question may wait. */
    private static final Duration LONGEST = Duration.ofMinutes(20);

    private static final Logger log = LoggerFactory.getLogger(PullLeases.class);

    private final PullPositions positions;
    private final Duration beat;
    private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("pull-leases").factory());

    PullLeases(PullPositions positions) {
        this(positions, BEAT);
    }

    /** @param beat between two renewals */
    PullLeases(PullPositions positions, Duration beat) {
        this.positions = positions;
        this.beat = beat;
    }

    /** Until it is closed. */
    interface Held extends AutoCloseable {

        @Override
        void close();
    }

    /** Keeps a lease from now on. */
    Held hold(PullPositions.Lease lease, PullSession session) {
        Future<?> beating = beats.scheduleAtFixedRate(
                () -> beat(lease, session), beat.toMillis(), beat.toMillis(), TimeUnit.MILLISECONDS);
        Future<?> end = beats.schedule(() -> end(session), LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        return () -> {
            beating.cancel(false);
            end.cancel(false);
        };
    }

    private void beat(PullPositions.Lease lease, PullSession session) {
        try {
            if (positions.renew(lease).isEmpty()) {
                end(session);
            }
        } catch (DataAccessException | TransactionException away) {
            log.debug("A lease is not renewed while the database is away");
        }
    }

    /** A connection that does not answer may keep whoever ends it waiting. */
    private static void end(PullSession session) {
        Thread.ofVirtual().name("pull-end").start(session::close);
    }

    @Override
    public void close() {
        beats.shutdownNow();
    }
}
