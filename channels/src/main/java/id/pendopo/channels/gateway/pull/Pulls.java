package id.pendopo.channels.gateway.pull;

import id.pendopo.channels.Inbox.DeskUnavailable;
import id.pendopo.channels.Inbox.FailurePolicy;
import id.pendopo.channels.adapter.PullAdapter;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.gateway.accounts.Accounts;
import id.pendopo.channels.gateway.accounts.ConnectedAccount;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The long-polling consumer: asks lines for what came, each on one node at a time. Nothing that comes, and no fault of
 * ours, ends the asking: what cannot be taken in is put away where a person finds it.
 */
@Component
class Pulls {

    private static final Logger log = LoggerFactory.getLogger(Pulls.class);

    /** How often a node looks whether a line became free. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    /** Between two questions that nothing came to. */
    private static final Duration AT_LEAST = Duration.ofSeconds(1);

    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** Names of events may begin anew after a week without any; the last one then says nothing of the next. */
    private static final Duration NAMES_HOLD = Duration.ofDays(6);

    private final Accounts accounts;
    private final PullIntake intake;
    private final PullPositions positions;
    private final Clock clock;
    private final boolean workers;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Pulls(
            Accounts accounts,
            PullIntake intake,
            PullPositions positions,
            Clock clock,
            @Value("${pendopo.workers:true}") boolean workers) {
        this.accounts = accounts;
        this.intake = intake;
        this.positions = positions;
        this.clock = clock;
        this.workers = workers;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (!workers) {
            return;
        }
        for (ConnectedAccount connected : accounts.connected()) {
            if (connected.adapter() instanceof PullAdapter pull && pull.pulls(connected.account())) {
                threads.execute(() -> serve(connected, pull));
            }
        }
    }

    /** Until the desk stops. */
    private void serve(ConnectedAccount connected, PullAdapter pull) {
        Optional<PullPositions.Lease> lease = Optional.empty();
        int failures = 0;
        while (!threads.isShutdown()) {
            try {
                lease = lease.isEmpty() ? positions.lease(connected.name()) : positions.renew(lease.get());
                if (lease.isEmpty()) {
                    pause(LOOK);
                    continue;
                }
                ask(connected, lease.get(), pull);
                failures = 0;
            } catch (PullPositions.LeaseLost taken) {
                lease = Optional.empty();
            } catch (SendFailed failed) {
                report(connected, failed.code(), ++failures);
                pause(failed.retryAfter().orElse(wait(failures)));
            } catch (DeskUnavailable stopping) {
                break;
            } catch (RuntimeException | LinkageError | StackOverflowError failure) {
                report(connected, failure, ++failures);
                pause(wait(failures));
            }
        }
        lease.ifPresent(this::release);
    }

    private void ask(ConnectedAccount connected, PullPositions.Lease lease, PullAdapter pull) throws SendFailed {
        Instant asked = clock.instant();
        List<PullAdapter.Pulled> came = pull.pull(connected.account(), after(lease));
        for (PullAdapter.Pulled pulled : came) {
            if (threads.isShutdown()) {
                return; // The provider still has the rest.
            }
            intake.take(connected, pulled.request(), lease.at(pulled.position()));
        }
        if (came.isEmpty() && clock.instant().isBefore(asked.plus(AT_LEAST))) {
            pause(AT_LEAST); // The provider does not wait for something to come; we do.
        }
    }

    private OptionalLong after(PullPositions.Lease lease) {
        boolean holds = clock.instant().isBefore(lease.moved().plus(NAMES_HOLD));
        return holds ? lease.position() : OptionalLong.empty();
    }

    private static void report(ConnectedAccount connected, Throwable failure, int failures) {
        if (FailurePolicy.of(failure).passes()) {
            report(connected, "database", failures);
        } else {
            log.error(
                    "Line {}: asking failed: {}",
                    connected.name(),
                    failure.getClass().getName());
        }
    }

    private static void report(ConnectedAccount connected, String code, int failures) {
        if (failures == 1) {
            log.warn("Line {}: the provider cannot be asked ({}); trying again", connected.name(), code);
        }
    }

    private static Duration wait(int failures) {
        Duration wait = AFTER_TROUBLE.multipliedBy(1L << Math.min(failures - 1, 5));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    /** An interrupted wait means that the desk stops, which the loop sees itself. */
    private static void pause(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException stopping) {
            log.debug("A line's wait was interrupted");
        }
    }

    private void release(PullPositions.Lease lease) {
        try {
            positions.release(lease);
        } catch (DataAccessException away) {
            log.debug("Line {}: its lease ends by itself", lease.account());
        }
    }

    /** While everything that a message needs is still there. */
    @EventListener(ContextClosedEvent.class)
    void stop() throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(5, TimeUnit.SECONDS);
    }
}
