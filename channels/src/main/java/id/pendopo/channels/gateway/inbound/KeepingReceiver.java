package id.pendopo.channels.gateway.inbound;

import id.pendopo.channels.Address;
import id.pendopo.channels.AddressEvent;
import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Inbox;
import id.pendopo.channels.MessageChanged;
import id.pendopo.channels.Receiver;
import id.pendopo.channels.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The receiver of a gateway without a bot. Keeps what comes in and says nothing: the module alone, as a gateway whose
 * messages other programs read.
 */
record KeepingReceiver(Inbox inbox, TransactionOperations transactions) implements Receiver {

    @Override
    public Prepared prepare(InboundMessage message) {
        return Prepared.not(message);
    }

    @Override
    public List<Turn> run(List<Prepared> messages, Turn.Mode mode) {
        List<Turn> turns = new ArrayList<>();
        for (Prepared one : messages) {
            turns.add(Objects.requireNonNull(transactions.execute(_ -> keep(one.message(), mode))));
        }
        return turns;
    }

    private Turn keep(InboundMessage message, Turn.Mode mode) {
        return new Turn(message, 0, 0, List.of(), inbox.complete(message, 0, 0, List.of(), mode));
    }

    @Override
    public void changed(MessageChanged change, Inbox.Received original) {
        // The inbox keeps the new text itself.
    }

    @Override
    public void refused(Address from, AttachmentRefused.Reason reason) {
        // Nobody here speaks with citizens.
    }

    @Override
    public void happened(AddressEvent event) {
        // The inbox keeps what an address does not want itself.
    }
}
