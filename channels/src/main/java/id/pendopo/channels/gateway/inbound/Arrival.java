package id.pendopo.channels.gateway.inbound;

import id.pendopo.channels.AddressEvent;
import id.pendopo.channels.DeliveryReport;
import id.pendopo.channels.InboundEvent;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.MessageChanged;
import id.pendopo.channels.Turn;
import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.gateway.accounts.ConnectedAccount;
import java.util.function.Consumer;

/** An event on its way from the line that took it in; the inbound flow routes by its type. */
public sealed interface Arrival {

    ConnectedAccount connected();

    InboundEvent event();

    Turn.Mode mode();

    /** Somebody wrote; {@code answered} is told what the message was answered with. */
    record Said(ConnectedAccount connected, InboundMessage event, Turn.Mode mode, Consumer<WebhookAnswer> answered)
            implements Arrival {}

    record Changed(ConnectedAccount connected, MessageChanged event, Turn.Mode mode) implements Arrival {}

    record Reported(ConnectedAccount connected, DeliveryReport event, Turn.Mode mode) implements Arrival {}

    record Happened(ConnectedAccount connected, AddressEvent event, Turn.Mode mode) implements Arrival {}

    /**
     * An event, no longer than its line has messages.
     *
     * @param answered told what a message was answered with
     */
    static Arrival of(
            ConnectedAccount connected, InboundEvent event, Turn.Mode mode, Consumer<WebhookAnswer> answered) {
        int longest = connected.adapter().capabilities().longestMessage();
        return switch (new MessageLength(longest).within(event)) {
            case InboundMessage message -> new Said(connected, message, mode, answered);
            case MessageChanged change -> new Changed(connected, change, mode);
            case DeliveryReport report -> new Reported(connected, report, mode);
            case AddressEvent happened -> new Happened(connected, happened, mode);
        };
    }

    /** The same where nobody is told of an answer. */
    static Arrival of(ConnectedAccount connected, InboundEvent event, Turn.Mode mode) {
        return of(connected, event, mode, _ -> {});
    }
}
