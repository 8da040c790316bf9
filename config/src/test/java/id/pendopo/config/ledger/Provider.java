package id.pendopo.config.ledger;

import id.pendopo.config.journeys.DeskProcess;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A provider as the desk meets it from outside: it delivers what citizens write, takes what the desk sends. */
interface Provider extends AutoCloseable {

    /** The lines that the desk has at this provider. */
    List<String> accounts();

    /** What a desk is started with to have these lines. */
    Map<String, String> environment();

    /** Where reports go; called before the first message. */
    void serves(DeskProcess desk);

    /**
     * A citizen writes. Returns when the provider has done what it does, repetitions included.
     *
     * @return whether the desk acknowledged the message
     */
    boolean deliver(String account, String citizen, String text) throws InterruptedException;

    /** Before the provider takes a message, or after, before it says so. */
    enum Moment {
        NOT_TAKEN,
        NOT_ANSWERED
    }

    /**
     * Stops the next message that the desk sends at that moment until {@link #release}; its request never gets an answer.
     *
     * @return done when one is stopped
     */
    CompletableFuture<Void> stopNext(Moment moment);

    void release();

    @Override
    void close();
}
