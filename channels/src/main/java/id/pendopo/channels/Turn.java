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

    /** The delivery mode: who waits for answers, and what moves with the turns. Handed by the inbox to the receiver and back. */
    public sealed interface Mode {

        Mode ON_TIME = new OnTime();
        Mode LATE = new Late();

        /** The sender waits for the response, or asks again: such messages may share a transaction. */
        record OnTime() implements Mode {}

        /** The sender does not wait any more: replies go out by the outbox. */
        record Late() implements Mode {}

        /**
         * Polled: the line's position moves in the turn's transaction, so that nothing is lost or taken in twice.
         *
         * @param fence the lease's number; a later one has the line for itself
         * @param position where the line stands once the turn is committed
         */
        record Pulled(String account, long fence, long position) implements Mode {}
    }
}
