package id.pendopo.channels.gateway.outbound;

import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.OutboundMessage;
import java.time.Instant;
import java.util.Optional;

/**
 * A dispatch attempt: a message that is being sent, or asked after, under a claim.
 *
 * @param attempts how often it was tried, this time included; 0 for a reply that went out in a response
 * @param possibleDuplicate whether an earlier try may have arrived
 * @param firstFailedAt when its first try failed
 * @param startedAt when this began
 * @param replyHandle what the turn's message may be answered by
 * @param doubtSince since when nobody knows whether the provider has it; it is then asked, not sent
 */
public record Dispatch(
        Claim claim,
        long id,
        OutboundMessage message,
        int attempts,
        boolean possibleDuplicate,
        Optional<Instant> firstFailedAt,
        Instant startedAt,
        Optional<InboundMessage.ReplyHandle> replyHandle,
        Optional<Instant> doubtSince) {

    /** The reply handles of what people wrote. */
    public interface ReplyHandles {

        /**
         * Hands out what a turn's message may be answered by, once, within the caller's transaction.
         *
         * @return empty when there is none, or it ended, or somebody else is at the message
         */
        Optional<InboundMessage.ReplyHandle> take(long conversation, long turn);
    }

    Dispatch answering(ReplyHandles handles) {
        return new Dispatch(
                claim,
                id,
                message,
                attempts,
                possibleDuplicate,
                firstFailedAt,
                startedAt,
                handles.take(message.conversation(), message.turn()),
                doubtSince);
    }

    @Override
    public String toString() {
        return "Dispatch[" + id + ", try " + attempts + "]";
    }
}
