package id.pendopo.channels.gateway.inbound;

import id.pendopo.channels.Address;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.MessageChanged;
import id.pendopo.channels.Receiver;
import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.gateway.outbound.Addresses;
import id.pendopo.channels.gateway.outbound.DeliveryReports;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The event handlers of the inbound flow: hands each event to whom it concerns, once. */
@Component
public final class Arrivals {

    private static final Logger log = LoggerFactory.getLogger(Arrivals.class);

    private final StoredInbox inbox;
    private final InboundChanges changes;
    private final MediaGroups mediaGroups;
    private final Addresses addresses;
    private final CallMinutes calls;
    private final Threads threads;
    private final DeliveryReports reports;
    private final ObjectProvider<Receiver> receiver;
    private final TransactionOperations transactions;

    Arrivals(
            StoredInbox inbox,
            InboundChanges changes,
            MediaGroups mediaGroups,
            Addresses addresses,
            CallMinutes calls,
            Threads threads,
            DeliveryReports reports,
            ObjectProvider<Receiver> receiver,
            TransactionOperations transactions) {
        this.inbox = inbox;
        this.changes = changes;
        this.mediaGroups = mediaGroups;
        this.addresses = addresses;
        this.calls = calls;
        this.threads = threads;
        this.reports = reports;
        this.receiver = receiver;
        this.transactions = transactions;
    }

    public void said(Arrival.Said arrival) {
        InboundMessage told = arrival.event();
        InboundMessage message = told.repliesTo().map(_ -> threads.of(told)).orElse(told);
        Supplier<WebhookAnswer> turn = () -> inbox.accept(message, arrival.mode());
        Optional<String> album = message.named().flatMap(InboundMessage.Named::album);
        arrival.answered().accept(album.isEmpty() ? turn.get() : mediaGroups.take(arrival, album.get(), turn));
        message.named().ifPresent(_ -> catchUp(message.from()));
    }

    public void changed(Arrival.Changed arrival) {
        MessageChanged change = arrival.event();
        once(arrival, EventColumn.CHANGED, () -> changed(change));
        catchUp(change.from());
    }

    private void changed(MessageChanged change) {
        changes.amend(change)
                .ifPresentOrElse(
                        original -> receiver.ifAvailable(someone -> someone.changed(change, original)),
                        () -> changes.keep(change));
    }

    /**
     * Edits that came before their messages. Whichever of both commits last finds the other; what fails is found again with
     * the person's next message.
     */
    private void catchUp(Address from) {
        try {
            transactions.executeWithoutResult(_ -> changes.awaited(from).forEach(this::changed));
        } catch (RuntimeException later) {
            log.warn(
                    "Line {}: an edited message waits: {}",
                    from.account(),
                    later.getClass().getSimpleName());
        }
    }

    public void reported(Arrival.Reported arrival) {
        once(arrival, EventColumn.REPORT, () -> reports.apply(arrival.event()));
    }

    public void happened(Arrival.Happened arrival) {
        once(arrival, EventColumn.ADDRESS, () -> {
            addresses.happened(arrival.event());
            calls.happened(arrival.event());
            receiver.ifAvailable(someone -> someone.happened(arrival.event()));
        });
    }

    private void once(Arrival arrival, EventColumn what, Runnable effect) {
        String kind = arrival.connected().account().kind();
        transactions.executeWithoutResult(_ -> {
            if (inbox.take(arrival.event(), kind, what, arrival.mode())) {
                effect.run();
            }
        });
    }
}
