package id.pendopo.channels;

import java.util.List;

/** Takes what comes in; the conversation implements it. */
public interface Receiver {

    /**
     * Called outside any transaction. Runs one turn for each message, each in a transaction of its own making: inside it the receiver calls
     * {@link Inbox#claim} first and {@link Inbox#complete} last, so that the inbound row, the conversation, the replies
     * and the stored answer commit together or not at all. Conversations are locked in id order.
     *
     * @param messages at most one per address
     * @return one turn for each message, in the same order; a message that another node took first yields that node's
     *     stored answer
     * @throws org.springframework.dao.DataAccessException when the database is away; nothing was stored, the caller
     *     answers 503
     */
    List<Turn> run(List<InboundMessage> messages);

    /** A message was edited or withdrawn; called within the transaction that took the event's place. */
    void changed(MessageChanged change);

    /** A line was started, blocked, opted out of; called within the transaction that took the event's place. */
    void happened(AddressEvent event);
}
