package id.pendopo.channels.gateway.inbound;

import id.pendopo.channels.AddressEvent;
import id.pendopo.channels.DeliveryReport;
import id.pendopo.channels.InboundEvent;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.MessageChanged;
import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.gateway.accounts.ConnectedAccount;
import java.util.function.Consumer;

/**
 * An event on its way from the line that took it in.
 *
 * @param answered told what a message was answered with
 */
public record Arrival(ConnectedAccount connected, InboundEvent event, Consumer<WebhookAnswer> answered) {

    public Arrival {
        event = new MessageLength(connected.adapter().capabilities().longestMessage()).within(event);
    }

    /** What the flow routes by. */
    public enum What {
        MESSAGE,
        CHANGED,
        REPORT,
        ADDRESS
    }

    public What what() {
        return switch (event) {
            case InboundMessage _ -> What.MESSAGE;
            case MessageChanged _ -> What.CHANGED;
            case DeliveryReport _ -> What.REPORT;
            case AddressEvent _ -> What.ADDRESS;
        };
    }
}
