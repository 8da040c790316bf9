package id.pendopo.channels;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

/** Takes one message of a claimed conversation to its provider and writes down what became of it. */
@Component
final class Courier {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);

    /** The provider has the message: writing that down is worth waiting for, as long as the lease lasts. */
    private static final RetryPolicy PATIENCE = RetryPolicy.builder()
            .includes(DataAccessException.class, TransactionException.class)
            .maxRetries(45)
            .delay(Duration.ofSeconds(1))
            .build();

    private final Lanes lanes;
    private final OutboxWorker worker;
    private final OutboundRows rows;
    private final Accounts accounts;
    private final Addresses addresses;
    private final DeliveryReports reports;
    private final LiveEvents live;
    private final TransactionOperations transactions;
    private final Clock clock;

    Courier(
            Lanes lanes,
            OutboxWorker worker,
            OutboundRows rows,
            Accounts accounts,
            Addresses addresses,
            DeliveryReports reports,
            LiveEvents live,
            TransactionOperations transactions,
            Clock clock) {
        this.lanes = lanes;
        this.worker = worker;
        this.rows = rows;
        this.accounts = accounts;
        this.addresses = addresses;
        this.reports = reports;
        this.live = live;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The message whose turn it is, marked as being sent; none when the conversation must wait or is done. */
    List<Dispatch> begin(Claim claim) {
        List<Dispatch> next = transaction(() -> lanes.hold(claim) ? start(claim) : List.of());
        if (next.isEmpty()) {
            worker.done(claim);
        }
        return next;
    }

    private List<Dispatch> start(Claim claim) {
        Instant now = clock.instant();
        rows.recover(claim.conversation(), now);
        Turnstile turn = Turnstile.of(rows.waiting(claim.conversation()), now);
        if (turn.row().isEmpty()) {
            lanes.release(claim, turn.due());
            return List.of();
        }
        return List.of(rows.start(claim, turn.row().get().id(), now));
    }

    /** @throws Undelivered when the provider did not take it, or may not have taken it */
    Accepted send(Dispatch dispatch) {
        Address to = dispatch.message().to();
        try {
            Line line = accounts.line(to.account())
                    .orElseThrow(() ->
                            new SendFailed(SendFailed.Outcome.RETRY, "line-off", Optional.of(Duration.ofMinutes(1))));
            if (addresses.isBlocked(to)) {
                throw new SendFailed(SendFailed.Outcome.PERMANENT, "blocked", Optional.empty());
            }
            ChannelAdapter.Rendered rendered = new ChannelAdapter.Rendered(dispatch.id(), dispatch.message());
            return new Accepted(dispatch, line.adapter().send(line.account(), rendered));
        } catch (SendFailed failure) {
            throw new Undelivered(dispatch, failure);
        }
    }

    void accepted(Accepted accepted) {
        try {
            new RetryTemplate(PATIENCE).execute(() -> transaction(() -> store(accepted)));
        } catch (RetryException away) {
            throw new IllegalStateException("a message was sent and could not be marked", away);
        }
        worker.done(accepted.dispatch().claim());
    }

    private Dispatch store(Accepted accepted) {
        Dispatch dispatch = accepted.dispatch();
        String account = dispatch.message().to().account();
        boolean held = lanes.hold(dispatch.claim());
        accepted.providerId().ifPresent(id -> reports.lock(account, id));
        rows.accepted(dispatch.id(), accepted.providerId().orElse(null), clock.instant());
        accepted.providerId().ifPresent(id -> reports.catchUp(account, id));
        return settle(dispatch, held);
    }

    Verdict judge(Undelivered undelivered) {
        return Verdict.of(undelivered.dispatch(), undelivered.failure(), clock.instant());
    }

    void retry(Undelivered undelivered) {
        failed(undelivered);
    }

    void deadLetter(Undelivered undelivered) {
        Dispatch dispatch = undelivered.dispatch();
        log.warn(
                "Line {}: message {} was given up ({}); see /desk/outbox",
                dispatch.message().to().account(),
                dispatch.id(),
                undelivered.failure().code());
        failed(undelivered);
    }

    private void failed(Undelivered undelivered) {
        Dispatch dispatch = undelivered.dispatch();
        Verdict verdict = judge(undelivered);
        transaction(() -> {
            if (undelivered.failure().outcome() == SendFailed.Outcome.BLOCKED) {
                addresses.blocked(dispatch.message().to(), true);
            }
            boolean held = lanes.hold(dispatch.claim());
            if (held) {
                rows.failed(dispatch.id(), verdict, clock.instant());
            }
            return settle(dispatch, held);
        });
        worker.done(dispatch.claim());
    }

    /** Gives the conversation back, unless it was lost: then its new holder knows better what is due. */
    private Dispatch settle(Dispatch dispatch, boolean held) {
        Claim claim = dispatch.claim();
        if (held) {
            Turnstile next = Turnstile.of(rows.waiting(claim.conversation()), clock.instant());
            lanes.release(claim, next.row().map(OutboundRows.Waiting::due).or(next::due));
        }
        live.changed(LiveEvents.topic(dispatch.message().to()));
        return dispatch;
    }

    private <T> T transaction(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(_ -> work.get()));
    }
}
