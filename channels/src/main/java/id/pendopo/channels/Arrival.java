package id.pendopo.channels;

import java.util.function.Consumer;

/**
 * An event on its way from the line that took it in.
 *
 * @param answered told what a message was answered with
 */
record Arrival(Line line, InboundEvent event, Consumer<WebhookAnswer> answered) {

    Arrival {
        event = new MessageLength(line.adapter().longestMessage()).within(event);
    }

    /** What the flow routes by. */
    enum What {
        MESSAGE,
        CHANGED,
        REPORT,
        ADDRESS
    }

    What what() {
        return switch (event) {
            case InboundMessage _ -> What.MESSAGE;
            case MessageChanged _ -> What.CHANGED;
            case DeliveryReport _ -> What.REPORT;
            case AddressEvent _ -> What.ADDRESS;
        };
    }
}
