package id.pendopo.channels.gateway.inbound;

import id.pendopo.channels.AddressEvent;
import id.pendopo.channels.DeliveryReport;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.MessageChanged;
import id.pendopo.channels.Receiver;
import id.pendopo.channels.gateway.outbound.Addresses;
import id.pendopo.channels.gateway.outbound.DeliveryReports;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The event handlers of the inbound flow: hands each event to whom it concerns, once. */
@Component
public final class Arrivals {

    private final StoredInbox inbox;
    private final InboundChanges changes;
    private final MediaGroups mediaGroups;
    private final Addresses addresses;
    private final DeliveryReports reports;
    private final ObjectProvider<Receiver> receiver;
    private final TransactionOperations transactions;

    Arrivals(
            StoredInbox inbox,
            InboundChanges changes,
            MediaGroups mediaGroups,
            Addresses addresses,
            DeliveryReports reports,
            ObjectProvider<Receiver> receiver,
            TransactionOperations transactions) {
        this.inbox = inbox;
        this.changes = changes;
        this.mediaGroups = mediaGroups;
        this.addresses = addresses;
        this.reports = reports;
        this.receiver = receiver;
        this.transactions = transactions;
    }

    public void message(Arrival arrival) {
        InboundMessage message = (InboundMessage) arrival.event();
        arrival.answered().accept(mediaGroups.take(arrival.connected(), message, () -> inbox.accept(message)));
    }

    public void changed(Arrival arrival) {
        MessageChanged change = (MessageChanged) arrival.event();
        once(arrival, () -> {
            changes.amend(change);
            receiver.ifAvailable(someone -> someone.changed(change));
        });
    }

    public void reported(Arrival arrival) {
        DeliveryReport report = (DeliveryReport) arrival.event();
        once(arrival, () -> reports.apply(report));
    }

    public void happened(Arrival arrival) {
        AddressEvent event = (AddressEvent) arrival.event();
        once(arrival, () -> {
            addresses.happened(event);
            receiver.ifAvailable(someone -> someone.happened(event));
        });
    }

    private void once(Arrival arrival, Runnable effect) {
        String kind = arrival.connected().account().kind();
        transactions.executeWithoutResult(_ -> {
            if (inbox.take(arrival.event(), kind, arrival.what().name())) {
                effect.run();
            }
        });
    }
}
