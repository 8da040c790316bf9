package id.pendopo.channels.gateway.outbound;

import id.pendopo.channels.gateway.limits.Spending;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The dispatcher of the outbox: picks the message whose turn it is in a claimed conversation, and writes down what
 * became of it.
 */
@Component
public final class Dispatcher {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    /** The provider has the message: writing that down is worth waiting for, as long as the lease lasts. */
    private static final RetryPolicy PATIENCE = RetryPolicy.builder()
            .includes(DataAccessException.class, TransactionException.class)
            .maxRetries(45)
            .delay(Duration.ofSeconds(1))
            .build();

    private final Lanes lanes;
    private final OutboxWorker worker;
    private final OutboundRows rows;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Spending spending;

    Dispatcher(
            Lanes lanes,
            OutboxWorker worker,
            OutboundRows rows,
            TransactionOperations transactions,
            Clock clock,
            Spending spending) {
        this.spending = spending;
        this.lanes = lanes;
        this.worker = worker;
        this.rows = rows;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The message whose turn it is, marked as being sent; none when the conversation must wait or is done. */
    public List<Dispatch> begin(Claim claim) {
        List<Dispatch> next = transaction(() -> lanes.hold(claim) ? start(claim) : List.of());
        if (next.isEmpty()) {
            worker.done(claim);
        }
        return next;
    }

    private List<Dispatch> start(Claim claim) {
        Instant now = clock.instant();
        rows.recover(claim.conversation(), now);
        LaneHead turn = next(claim, now);
        if (turn.row().isEmpty()) {
            lanes.release(claim, turn.due());
            return List.of();
        }
        return List.of(rows.start(claim, turn.row().get().id(), now));
    }

    private LaneHead next(Claim claim, Instant now) {
        LaneHead turn = LaneHead.of(rows.waiting(claim.conversation()), now);
        boolean overtaken =
                turn.row().isPresent() && rows.overtaken(turn.row().get().id(), now);
        return overtaken ? next(claim, now) : turn;
    }

    public void accepted(Accepted accepted) {
        if (accepted.dispatch().attempts() > 0) {
            // What went out in a response was counted with its turn.
            spending.left(List.of(accepted.dispatch().message()));
        }
        try {
            new RetryTemplate(PATIENCE)
                    .execute(() -> settle(accepted.dispatch(), true, () -> rows.accepted(accepted, clock.instant())));
        } catch (RetryException away) {
            throw new IllegalStateException("a message was sent and could not be marked", away);
        }
    }

    public Judged judge(Undelivered undelivered) {
        return new Judged(
                undelivered, FailureDecision.of(undelivered.dispatch(), undelivered.failure(), clock.instant()));
    }

    public void retry(Judged judged) {
        failed(judged);
    }

    /** The provider does not have it and will not get it, or nobody can say: a person sees it at /desk/outbox. */
    public void deadLetter(Judged judged) {
        Undelivered undelivered = judged.undelivered();
        Dispatch dispatch = undelivered.dispatch();
        log.warn(
                "Line {}: message {} was given up ({}); see /desk/outbox",
                dispatch.message().to().account(),
                dispatch.id(),
                undelivered.failure().code());
        failed(judged);
    }

    private void failed(Judged judged) {
        Undelivered undelivered = judged.undelivered();
        settle(undelivered.dispatch(), false, () -> rows.failed(undelivered, judged.decision(), clock.instant()));
    }

    /**
     * Writes down what became of it and gives the conversation back. When the claim was lost meanwhile, its new holder
     * knows better: then only what certainly happened is written down.
     */
    private Claim settle(Dispatch dispatch, boolean certain, Runnable outcome) {
        Claim claim = dispatch.claim();
        transaction(() -> {
            boolean held = lanes.hold(claim);
            if (held || certain) {
                outcome.run();
            }
            if (held) {
                LaneHead next = LaneHead.of(rows.waiting(claim.conversation()), clock.instant());
                lanes.release(claim, next.row().map(OutboundRows.Waiting::due).or(next::due));
            }
            return claim;
        });
        worker.done(claim);
        return claim;
    }

    private <T> T transaction(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(_ -> work.get()));
    }
}
