package id.pendopo.channels.gateway.outbound;

import id.pendopo.channels.Address;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.adapter.window.ReplyWindow;
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
 * @param passage which way it goes, where the line has a reply window
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
        Passage passage,
        Optional<Instant> doubtSince) {

    /** The reply handles of what people wrote. */
    public interface ReplyHandles {

        /**
         * Hands out what a reply may be sent by, within the caller's transaction: once what its turn's message brought, or
         * what lasts.
         *
         * @return empty when there is none, or it ended, or somebody else is at the message
         */
        Optional<InboundMessage.ReplyHandle> take(OutboundMessage reply);
    }

    /** The reply windows of lines that have one. */
    public interface Windows {

        /**
         * Which way a message goes now, within the caller's transaction.
         *
         * @param told whether the provider has said of it that the window is closed
         */
        Passage passage(OutboundMessage message, boolean told);
    }

    /**
     * A way through a reply window, or around it.
     *
     * @param told whether the provider has said of the message that the window is closed
     * @param elsewhere the person's address on another line, which takes the message instead
     * @param refusal why there is no way, a key of the delivery reasons
     */
    public record Passage(boolean told, ReplyWindow window, Optional<Address> elsewhere, Optional<String> refusal) {

        /** On a line without a window. */
        public static final Passage FREE = through(false, ReplyWindow.NONE);

        public static Passage through(boolean told, ReplyWindow window) {
            return new Passage(told, window, Optional.empty(), Optional.empty());
        }

        public static Passage around(Address elsewhere) {
            return new Passage(true, ReplyWindow.NONE, Optional.of(elsewhere), Optional.empty());
        }

        public static Passage none(boolean told, ReplyWindow window, String refusal) {
            return new Passage(told, window, Optional.empty(), Optional.of(refusal));
        }
    }

    Dispatch by(Passage way) {
        OutboundMessage there = way.elsewhere().map(message::to).orElse(message);
        return new Dispatch(
                claim, id, there, attempts, possibleDuplicate, firstFailedAt, startedAt, replyHandle, way, doubtSince);
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
                handles.take(message),
                passage,
                doubtSince);
    }

    @Override
    public String toString() {
        return "Dispatch[" + id + ", try " + attempts + "]";
    }
}
