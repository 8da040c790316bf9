package id.pendopo.channels.adapter;

import id.pendopo.channels.ChannelAccount;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A channel adapter that polls: a line that can be asked for what came, instead of being called. */
public interface PullAdapter extends ChannelAdapter {

    /** Whether this account is asked. */
    boolean pulls(ChannelAccount account);

    /**
     * What is asked each for itself, with a position of its own: the folders of a mailbox. Most lines have one source, without
     * a name.
     */
    default List<String> sources(ChannelAccount account) {
        return List.of("");
    }

    /**
     * Begins to ask a source, on the one node that may. What is opened is closed by whoever opened it: when the desk stops,
     * when another node has the line, and after every failure.
     *
     * @throws SendFailed when the provider cannot be asked now
     */
    PullSession open(ChannelAccount account, String source) throws SendFailed;

    /** A polling session: holds a connection, where the provider wants one held. One thread asks; any thread may close. */
    @FunctionalInterface
    interface PullSession extends AutoCloseable {

        /**
         * Waits for what comes, at most a quarter of an hour: whoever asks keeps the line meanwhile. The thread is interrupted
         * when the desk stops; a wait ends when the session is closed.
         *
         * @param last empty when nothing was taken in yet
         * @return in order; empty when nothing came
         * @throws SendFailed when the provider cannot be asked now
         */
        List<Pulled> pull(Optional<Checkpoint> last) throws SendFailed;

        /**
         * Told after the commit of what was pulled, so that the provider may forget it.
         *
         * @throws SendFailed when the provider cannot be told; what was taken in stays so
         */
        default void taken(Pulled pulled) throws SendFailed {}

        @Override
        default void close() {}
    }

    /**
     * How far a source was taken in.
     *
     * @param position of the last that was
     * @param moved when that was
     */
    record Checkpoint(long position, Instant moved) {}

    /**
     * What came at a position.
     *
     * @param request as if the provider had called with it; empty where nothing is to be taken in, and the next question
     *     begins behind this position all the same
     */
    record Pulled(long position, Optional<WebhookRequest> request) {

        public Pulled(long position, WebhookRequest request) {
            this(position, Optional.of(request));
        }
    }
}
