package id.pendopo.channels.gateway.inbound;

import id.pendopo.channels.Turn;

/**
 * The offsets of polled sources, as a consumer's checkpoints: one moves in the very transaction that stores what was
 * polled, so that nothing is lost or taken in twice.
 */
public interface Checkpoints {

    /**
     * Within the transaction that takes a polled event in.
     *
     * @throws org.springframework.transaction.TransactionException another node has the line now
     */
    void advance(Turn.Mode.Pulled pulled);
}
