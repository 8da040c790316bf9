package id.pendopo.channels.gateway.pull;

import id.pendopo.channels.Inbox.DeskUnavailable;
import id.pendopo.channels.adapter.PullAdapter;
import id.pendopo.channels.adapter.PullAdapter.PullSession;
import id.pendopo.channels.adapter.PullAdapter.Pulled;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.gateway.accounts.ConnectedAccount;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * The polling loop of one source: asked by one node at a time, over a session that lasts as long as nothing fails. Nothing
 * that comes, and no fault of ours, ends the asking: what cannot be taken in is put away where a person finds it.
 */
final class PullLoop {

    private static final Logger log = LoggerFactory.getLogger(PullLoop.class);

    /** How often a node looks whether a line became free. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    /** Between two questions that nothing came to. */
    private static final Duration AT_LEAST = Duration.ofSeconds(1);

    private final Source source;
    private final PullIntake intake;
    private final PullPositions positions;
    private final PullLeases leases;
    private final PullFailures failures;
    private final BooleanSupplier stopping;
    private Optional<PullPositions.Lease> lease = Optional.empty();
    private Optional<PullSession> session = Optional.empty();

    PullLoop(
            Source source,
            PullIntake intake,
            PullPositions positions,
            PullLeases leases,
            PullFailures failures,
            BooleanSupplier stopping) {
        this.source = source;
        this.intake = intake;
        this.positions = positions;
        this.leases = leases;
        this.failures = failures;
        this.stopping = stopping;
    }

    /**
     * What is asked.
     *
     * @param name in the table of positions
     */
    record Source(ConnectedAccount connected, PullAdapter adapter, String part, String name) {}

    /** Until the desk stops. */
    void run() {
        while (!stopping.getAsBoolean()) {
            try {
                lease = lease.isEmpty() ? positions.lease(source.name()) : positions.renew(lease.get());
                if (lease.isEmpty()) {
                    end();
                    pause(LOOK);
                    continue;
                }
                ask(lease.get());
                failures.answered(source.name());
            } catch (PullPositions.LeaseLost taken) {
                lease = Optional.empty();
                end();
            } catch (SendFailed failed) {
                end();
                Duration wait = failures.failed(source.name(), failed.code());
                pause(failed.retryAfter().orElse(wait));
            } catch (DeskUnavailable ends) {
                break;
            } catch (RuntimeException | LinkageError | StackOverflowError failure) {
                end();
                pause(failures.failed(source.name(), failure));
            }
        }
        end();
        lease.ifPresent(this::release);
    }

    private void ask(PullPositions.Lease held) throws SendFailed {
        long asked = System.nanoTime();
        PullSession open = session();
        List<Pulled> came;
        try (PullLeases.Held _ = leases.hold(held, open)) {
            came = open.pull(held.last());
            take(came, held, open);
        }
        if (came.isEmpty() && System.nanoTime() - asked < AT_LEAST.toNanos()) {
            pause(AT_LEAST); // The provider does not wait for something to come; we do.
        }
    }

    private void take(List<Pulled> came, PullPositions.Lease held, PullSession open) throws SendFailed {
        for (Pulled pulled : came) {
            if (stopping.getAsBoolean()) {
                return; // The provider still has the rest.
            }
            intake.take(source.connected(), pulled.request(), held.at(pulled.position()));
            open.taken(pulled);
        }
    }

    private PullSession session() throws SendFailed {
        if (session.isEmpty()) {
            session = Optional.of(source.adapter().open(source.connected().account(), source.part()));
        }
        return session.get();
    }

    private void end() {
        session.ifPresent(PullSession::close);
        session = Optional.empty();
    }

    /** An interrupted wait means that the desk stops, which the loop sees itself. */
    private static void pause(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException stopping) {
            log.debug("A line's wait was interrupted");
        }
    }

    private void release(PullPositions.Lease held) {
        try {
            positions.release(held);
        } catch (DataAccessException away) {
            log.debug("Line {}: its lease ends by itself", held.source());
        }
    }
}
