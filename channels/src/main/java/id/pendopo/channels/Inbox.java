package id.pendopo.channels;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The inbox, an idempotent receiver: everything that came in, each event once. */
public interface Inbox {

    /**
     * Takes a message in: answers a repeated one from what is stored, gives a new one to the {@link Receiver}.
     *
     * @return what the provider's request is answered with, after the commit
     * @throws org.springframework.dao.DataAccessException when the database is away; nothing was stored
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
    List<WebhookAnswer> complete(List<Completion> turns, TurnMode mode);

    /** The same for one message. */
    default WebhookAnswer complete(
            InboundMessage message, long conversation, long turn, List<OutboundMessage> replies, TurnMode mode) {
        return complete(List.of(new Completion(message, conversation, turn, replies)), mode)
                .getFirst();
    }

    /**
     * Instead of {@link #complete}, in a transaction of its own: a message whose handling always fails is put away with a
     * reason, so that it does not come back for ever.
     *
     * @throws AlreadyTaken as above
     */
    WebhookAnswer bury(Completion turn, String reason, TurnMode mode);

    /** What a message that was taken before was answered with. */
    Optional<WebhookAnswer> stored(String account, String externalId);

    /** Messages of a conversation in order, for the transcript; text already as the citizen last had it. */
    List<Received> received(long conversation);

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
}
