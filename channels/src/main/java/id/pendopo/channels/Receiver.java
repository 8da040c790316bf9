package id.pendopo.channels;

import java.util.List;

/** The consumer of inbound messages: takes what comes in; the conversation implements it. */
public interface Receiver {

    /** A message on its way to its turn, with what the receiver has found out about it so far. */
    @FunctionalInterface
    interface Prepared {

        InboundMessage message();

        /** Nothing is known yet; all of it is found out in the turn. */
        static Prepared not(InboundMessage message) {
            return () -> message;
        }
    }

    /**
     * Does what of a turn needs no transaction, on the caller's thread and beside other messages; may wait. What another
     * message of the same person changes meanwhile is found out again in the turn.
     *
     * @throws org.springframework.dao.DataAccessException when the database is away
     */
    Prepared prepare(InboundMessage message);

    /**
     * Called outside any transaction. Runs the messages' turns in one transaction of its own making, with {@link
     * Inbox#complete} as its last step, so that the inbound rows, the conversations, the replies and the stored answers commit
     * together or not at all. Conversations are locked in id order.
     *
     * @param messages at most one per address
     * @param mode given back to {@link Inbox#complete}
     * @return one turn for each message, in the same order; a single message that another node took first yields that
     *     node's stored answer
     * @throws org.springframework.dao.DataAccessException when the database is away; nothing was stored, the caller
     *     answers 503
     * @throws RuntimeException what {@link Inbox.FailurePolicy} says of it; of several messages nothing was stored, each is to be
     *     run alone
     */
    List<Turn> run(List<Prepared> messages, Turn.Mode mode);

    /**
     * A message was edited or withdrawn; called within the transaction that puts the new text in the place of the old one.
     * An edit that came before its message is told once the message has had its turn.
     *
     * @param original the message as it was
     */
    void changed(MessageChanged change, Inbox.Received original);

    /** A file that lay at a provider is not kept; called within the transaction that gives it up. */
    void refused(Address from, AttachmentRefused.Reason reason);

    /** A line was started, blocked, opted out of; called within the transaction that took the event's place. */
    void happened(AddressEvent event);
}
