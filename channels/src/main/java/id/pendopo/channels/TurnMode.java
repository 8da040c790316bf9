package id.pendopo.channels;

/** The delivery mode of turns: who waits for their answers, and what moves with them. Handed from the inbox to the receiver and back. */
public sealed interface TurnMode {

    TurnMode ON_TIME = new OnTime();
    TurnMode LATE = new Late();

    /** The sender waits for the response, or asks again: such messages may share a transaction. */
    record OnTime() implements TurnMode {}

    /** The sender does not wait any more: replies go out by the outbox. */
    record Late() implements TurnMode {}

    /**
     * Polled: the line's position moves in the turn's transaction, so that nothing is lost or taken in twice.
     *
     * @param fence the lease's number; a later one has the line for itself
     * @param position where the line stands once the turn is committed
     */
    record Pulled(String account, long fence, long position) implements TurnMode {}
}
