package id.pendopo.channels;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/** The inbox, an idempotent receiver: everything that came in, each event once. */
public interface Inbox {

    /**
     * Takes a message in: answers a repeated one from what is stored, gives a new one to the {@link Receiver}.
     *
     * @return what the provider's request is answered with, after the commit
     * @throws DataAccessException when the database is away; nothing was stored
     */
    WebhookAnswer accept(InboundMessage message);

    /**
     * To be told by a program that took a message in itself and for which the answer has reached whom it should: nobody
     * looks for it at the provider.
     */
    void answered(InboundMessage message);

    /**
     * What a message led to.
     *
     * @param replies in order
     */
    record Completion(InboundMessage message, long conversation, long turn, List<OutboundMessage> replies) {

        public Completion {
            replies = List.copyOf(replies);
        }
    }

    /**
     * Within the receiver's transaction, last: stores messages with their replies (queued, or counted as sent where the line
     * answers in the response) and the answers that their requests get, all at once.
     *
     * @param mode as the receiver was given it
     * @return the answers, in order
     * @throws AlreadyTaken one of the messages was taken before: nothing of the transaction may be kept, {@link #stored}
     *     has its answer
     * @throws NotTogether of several: one of them must wait for what its conversation has to send
     */
    List<WebhookAnswer> complete(List<Completion> turns, Turn.Mode mode);

    /** The same for one message. */
    default WebhookAnswer complete(
            InboundMessage message, long conversation, long turn, List<OutboundMessage> replies, Turn.Mode mode) {
        return complete(List.of(new Completion(message, conversation, turn, replies)), mode)
                .getFirst();
    }

    /**
     * Instead of {@link #complete}, in a transaction of its own: a message whose handling always fails is put away with a
     * reason, so that it does not come back for ever.
     *
     * @throws AlreadyTaken as above
     */
    WebhookAnswer bury(Completion turn, String reason, Turn.Mode mode);

    /**
     * Outside any transaction: the answer to a message that was taken before, for whoever brings it again. Whoever waits for
     * it hears the replies, unless they are on their way by a request of ours meanwhile.
     *
     * @throws IllegalStateException it was never taken
     */
    WebhookAnswer again(InboundMessage message, Turn.Mode mode);

    /**
     * In a transaction of its own: the handling of a message was stopped because it took too long.
     *
     * @return how often by now, on whatever node
     */
    int stopped(InboundMessage message);

    /** What a message that was taken before was answered with. */
    Optional<WebhookAnswer> stored(String account, String externalId);

    /** Messages of a conversation in order, for the transcript; text already as the citizen last had it. */
    List<Received> received(long conversation);

    /** Whether anything ever came in by a line, whatever became of it. */
    boolean hasReceived(String account);

    /** The latest messages of a person, whatever the conversation, oldest first; at most {@code limit}. */
    List<Received> latest(Address from, int limit);

    /**
     * An inbound row.
     *
     * @param choice the id of a pressed button
     */
    record Received(
            long id,
            long turn,
            Instant at,
            String text,
            Optional<String> choice,
            Optional<Location> location,
            List<Attachment> attachments) {

        @Override
        public String toString() {
            return "Received[" + id + "]";
        }
    }

    /** Another delivery of the message was faster, here or on another node. */
    final class AlreadyTaken extends RuntimeException {

        public AlreadyTaken() {
            super("the message was taken before", null, false, false);
        }
    }

    /** These turns cannot be one transaction now; each alone can. */
    final class NotTogether extends RuntimeException {

        public NotTogether() {
            super("the turns cannot run together", null, false, false);
        }
    }

    /**
     * Temporarily unavailable: the desk cannot take a request in now; the caller answers 503 and the provider comes back.
     */
    final class DeskUnavailable extends RuntimeException {

        public DeskUnavailable(String reason) {
            super(reason);
        }
    }

    /** The failure policy of inbound messages: what is to be done about an error, decided here and nowhere else. */
    enum FailurePolicy {

        /** The database or the desk is away and nothing was stored: 503, and the provider comes again. */
        AWAY,

        /** Somebody took the message before: its stored answer is given again. */
        REPLAY,

        /** Others were faster, or several cannot go together: each once more, alone; whoever tried often enough is sent away. */
        AGAIN,

        /** It fails whatever is tried (poison message): it is put away with a reason, where a person finds it. */
        PUT_AWAY;

        /** Whether the same may succeed later, as it fails for the time being and not for what it is. */
        public boolean passes() {
            return this == AWAY || this == AGAIN;
        }

        public static FailurePolicy of(Throwable failure) {
            return switch (failure) {
                case AlreadyTaken _ -> REPLAY;
                case NotTogether _ -> AGAIN;
                case ConcurrencyFailureException _ -> AGAIN;
                case DataIntegrityViolationException _ -> PUT_AWAY;
                case DataAccessException refused when tooLarge(refused) -> PUT_AWAY;
                case DataAccessException _ -> AWAY;
                case TransactionException _ -> AWAY;
                case DeskUnavailable _ -> AWAY;
                case CancellationException _ -> AWAY;
                default -> PUT_AWAY;
            };
        }

        /**
         * Whether the database is there and the row is more than it takes.
         *
         * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">Class 54, program limit exceeded</a>
         */
        private static boolean tooLarge(DataAccessException failure) {
            return failure.getMostSpecificCause() instanceof SQLException cause
                    && cause.getSQLState() != null
                    && cause.getSQLState().startsWith("54");
        }
    }
}
