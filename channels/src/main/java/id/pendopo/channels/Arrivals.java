package id.pendopo.channels;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Hands each event to whom it concerns, once. */
@Component
final class Arrivals {

    private final JdbcInbox inbox;
    private final InboundChanges changes;
    private final Albums albums;
    private final Addresses addresses;
    private final DeliveryReports reports;
    private final ObjectProvider<Receiver> receiver;
    private final TransactionOperations transactions;

    Arrivals(
            JdbcInbox inbox,
            InboundChanges changes,
            Albums albums,
            Addresses addresses,
            DeliveryReports reports,
            ObjectProvider<Receiver> receiver,
            TransactionOperations transactions) {
        this.inbox = inbox;
        this.changes = changes;
        this.albums = albums;
        this.addresses = addresses;
        this.reports = reports;
        this.receiver = receiver;
        this.transactions = transactions;
    }

    void message(Arrival arrival) {
        InboundMessage message = (InboundMessage) arrival.event();
        arrival.answered().accept(albums.take(arrival.line(), message, () -> inbox.accept(message)));
    }

    void changed(Arrival arrival) {
        MessageChanged change = (MessageChanged) arrival.event();
        once(arrival, () -> {
            changes.amend(change);
            receiver.ifAvailable(someone -> someone.changed(change));
        });
    }

    void reported(Arrival arrival) {
        DeliveryReport report = (DeliveryReport) arrival.event();
        once(arrival, () -> reports.apply(report));
    }

    void happened(Arrival arrival) {
        AddressEvent event = (AddressEvent) arrival.event();
        once(arrival, () -> {
            addresses.happened(event);
            receiver.ifAvailable(someone -> someone.happened(event));
        });
    }

    private void once(Arrival arrival, Runnable effect) {
        String kind = arrival.line().account().kind();
        transactions.executeWithoutResult(_ -> {
            if (inbox.take(arrival.event(), kind, arrival.what().name())) {
                effect.run();
            }
        });
    }
}
