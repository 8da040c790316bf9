package id.pendopo.channels;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything that came in, each event once. */
public interface Inbox {

    /**
     * Takes a message in: answers a repeated one from what is stored, gives a new one to the {@link Receiver}.
     *
     * @return what the provider's request is answered with, after the commit
     * @throws org.springframework.dao.DataAccessException when the database is away; nothing was stored
     */
    WebhookAnswer accept(InboundMessage message);

    /**
     * Within the receiver's transaction, last: stores the message with its replies (queued, or counted as sent where the
     * line answers in the response) and the answer that its request gets, all at once.
     *
     * @throws AlreadyTaken the message was taken before: nothing of the transaction may be kept, {@link #stored} has the
     *     answer
     */
    WebhookAnswer complete(InboundMessage message, long conversation, long turn, List<OutboundMessage> replies);

    /**
     * Instead of {@link #complete}, in a transaction of its own: a message whose handling always fails is put away with a
     * reason, so that it does not come back for ever.
     *
     * @throws AlreadyTaken as above
     */
    WebhookAnswer bury(
            InboundMessage message, long conversation, long turn, String reason, List<OutboundMessage> replies);

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

        AlreadyTaken() {
            super("the message was taken before", null, false, false);
        }
    }
}
