package id.pendopo.channels;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The transactional outbox: everything that goes out, each message with a state that ends in a final one. */
public interface Outbox {

    /** Queues a message within the caller's transaction; a worker sends it after the commit, in turn order. */
    long queue(OutboundMessage message);

    /** Messages of a conversation in order, for the transcript. */
    List<Sent> sent(long conversation);

    /** Whether anything that somebody said has reached whoever carries it on. */
    boolean hasSent(OutboundMessage.Author author);

    /** The latest messages to a person, whatever the conversation, by turn and part; at most {@code limit}. */
    List<Sent> latest(Address to, int limit);

    /**
     * What a person was told after a place that a live stream has reached, by turn and part; every state counts, since
     * the row is committed.
     *
     * @param turn the last turn that the stream showed, 0 for none
     * @param part the last part of that turn
     */
    List<Sent> after(Address to, long turn, int part);

    /**
     * Sends a message again that ended FAILED or UNKNOWN, or is waiting for its next try.
     *
     * @return false when there is no such row or it is already delivered
     */
    boolean retry(long id);

    /** How a message fares. {@code SENT} by response has no provider id. */
    enum State {
        PENDING,
        SENDING,
        RETRY,
        SENT,
        DELIVERED,
        READ,
        FAILED,
        UNKNOWN
    }

    /** An outbound row. */
    record Sent(long id, OutboundMessage message, Instant at, State state, Optional<String> reason) {

        @Override
        public String toString() {
            return "Sent[" + id + ", " + state + "]";
        }
    }
}
