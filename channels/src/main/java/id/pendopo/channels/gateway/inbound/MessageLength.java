package id.pendopo.channels.gateway.inbound;

import id.pendopo.channels.AddressEvent;
import id.pendopo.channels.DeliveryReport;
import id.pendopo.channels.InboundEvent;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.MessageChanged;

/**
 * The cap on what one message may say, for every kind of line. What is longer keeps its beginning and ends in an ellipsis,
 * so that whoever reads it later sees that there was more.
 *
 * @param characters at most so many Unicode code points, the ellipsis among them
 */
record MessageLength(int characters) {

    private static final String ELLIPSIS = "\u2026";

    InboundEvent within(InboundEvent event) {
        return switch (event) {
            case InboundMessage message when longer(message.text()) -> message.shortened(cut(message.text()));
            case MessageChanged change
            when change.text().filter(this::longer).isPresent() ->
                new MessageChanged(
                        change.account(),
                        change.externalId(),
                        change.at(),
                        change.from(),
                        change.originalId(),
                        change.text().map(this::cut));
            case InboundMessage _, MessageChanged _, DeliveryReport _, AddressEvent _ -> event;
        };
    }

    private boolean longer(String text) {
        return text.length() > characters && text.codePointCount(0, text.length()) > characters;
    }

    private String cut(String text) {
        return text.substring(0, text.offsetByCodePoints(0, characters - 1)).stripTrailing() + ELLIPSIS;
    }
}
