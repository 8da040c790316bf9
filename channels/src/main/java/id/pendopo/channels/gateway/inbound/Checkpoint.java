package id.pendopo.channels.gateway.inbound;

/**
 * The offset of a polled source, as a consumer's checkpoint: it moves in the very transaction that stores what was
 * polled, so that nothing is lost or taken in twice.
 */
public interface Checkpoint {

    /** Whether this thread takes in an event that was polled and whose transaction moves the offset. */
    boolean isDue();

    /** Within the transaction that takes an event in: moves the offset, if the event was polled. */
    void advance();
}
