package id.pendopo.channels;

import java.util.List;

/**
 * A turn's result: what one inbound message led to, committed.
 *
 * @param replies in order; empty only where the line itself answers or an agent holds the floor
 * @param answer what the provider's request is answered with, the same bytes for every repetition
 */
public record Turn(
        InboundMessage message, long conversation, long number, List<OutboundMessage> replies, WebhookAnswer answer) {

    public Turn {
        replies = List.copyOf(replies);
    }
}
