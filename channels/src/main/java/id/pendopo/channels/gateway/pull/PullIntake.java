package id.pendopo.channels.gateway.pull;

import id.pendopo.channels.Address;
import id.pendopo.channels.InboundEvent;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Inbox.DeskUnavailable;
import id.pendopo.channels.Turn;
import id.pendopo.channels.adapter.Acknowledging;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.adapter.WebhookRequest;
import id.pendopo.channels.gateway.accounts.ConnectedAccount;
import id.pendopo.channels.gateway.inbound.Acknowledgements;
import id.pendopo.channels.gateway.inbound.Arrival;
import id.pendopo.channels.gateway.inbound.InboundCounts;
import id.pendopo.channels.gateway.inbound.InboundGateway;
import id.pendopo.channels.gateway.inbound.Stopping;
import id.pendopo.channels.gateway.inbound.StoredInbox;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The intake of polled events: takes in what a line was asked for, as if the provider had called, and moves the line
 * on in the same transaction.
 */
@Component
class PullIntake {

    /** Whoever cannot be taken in is nobody whom we know. */
    private static final String NOBODY = "-";

    private final InboundGateway gateway;
    private final StoredInbox inbox;
    private final PullPositions positions;
    private final Acknowledgements acknowledgements;
    private final InboundCounts counts;
    private final Stopping stopping;
    private final Clock clock;

    PullIntake(
            InboundGateway gateway,
            StoredInbox inbox,
            PullPositions positions,
            Acknowledgements acknowledgements,
            InboundCounts counts,
            Stopping stopping,
            Clock clock) {
        this.gateway = gateway;
        this.inbox = inbox;
        this.positions = positions;
        this.acknowledgements = acknowledgements;
        this.counts = counts;
        this.stopping = stopping;
        this.clock = clock;
    }

    /**
     * @throws DataAccessException or {@link TransactionException} when the database is away; the same comes again
     * @throws DeskUnavailable when the desk stops; the same comes again
     * @throws PullPositions.LeaseLost when another node has the line
     */
    void take(ConnectedAccount connected, Optional<WebhookRequest> pulled, Turn.Mode.Pulled step) {
        if (pulled.isPresent()) {
            take(connected, pulled.get(), step);
        } else {
            positions.advance(step);
        }
    }

    private void take(ConnectedAccount connected, WebhookRequest request, Turn.Mode.Pulled step) {
        try {
            arrive(
                    connected,
                    connected.adapter().parse(connected.account(), request).events(),
                    step);
            connected.as(Acknowledging.class).ifPresent(adapter -> acknowledgements.after(connected, adapter, request));
        } catch (WebhookRejected unreadable) {
            bury(connected, "rejected " + unreadable.status(), step);
        } catch (RuntimeException | LinkageError | StackOverflowError failure) {
            switch (stopping.judge(failure)) {
                case AWAY, AGAIN -> {
                    if (stopping.now()) {
                        throw new DeskUnavailable("the desk is stopping");
                    }
                    throw failure;
                }
                case REPLAY, PUT_AWAY -> bury(connected, failure.getClass().getSimpleName(), step);
            }
        }
    }

    /** The line moves on with the last event: whoever comes after a crash finds all of them or none missing. */
    private void arrive(ConnectedAccount connected, List<InboundEvent> events, Turn.Mode.Pulled step) {
        if (events.isEmpty()) {
            counts.dropped(connected.name());
            positions.advance(step);
            return;
        }
        for (InboundEvent before : events.subList(0, events.size() - 1)) {
            gateway.arrive(List.of(Arrival.of(connected, before, Turn.Mode.ON_TIME)));
        }
        gateway.arrive(List.of(Arrival.of(connected, events.getLast(), step)));
        counts.accepted(connected.name(), events.size());
    }

    private void bury(ConnectedAccount connected, String reason, Turn.Mode.Pulled step) {
        String id = step.account().substring(connected.name().length()) + step.position();
        InboundMessage unknown = InboundMessage.text(
                connected.name(),
                id,
                clock.instant(),
                connected.account().kind(),
                new Address(connected.name(), NOBODY),
                "");
        inbox.putAway(unknown, reason, step);
    }
}
