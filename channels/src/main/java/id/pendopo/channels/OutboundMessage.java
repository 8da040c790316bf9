package id.pendopo.channels;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An outbound message: what the desk says to one person, in finished words of one language.
 *
 * @param conversation the conversation's id, the unit within which order is kept
 * @param turn the turn's number within the address, from 1
 * @param part the place within the turn, from 0
 * @param ticket the ticket's 10 or 16 digits this speaks of, if any
 * @param speaker the name under which a person at the desk writes to citizens; empty for the bot and for notices
 */
public record OutboundMessage(
        Address to,
        long conversation,
        long turn,
        int part,
        Author author,
        Locale language,
        List<Block> blocks,
        Optional<String> ticket,
        Optional<String> speaker) {

    /** Who speaks: the bot, a person at the desk, or the desk itself (a notice). */
    public enum Author {
        BOT,
        AGENT,
        DESK
    }

    public OutboundMessage {
        blocks = List.copyOf(blocks);
    }

    /** A message without a person's name: the bot's, or a notice. */
    public OutboundMessage(
            Address to,
            long conversation,
            long turn,
            int part,
            Author author,
            Locale language,
            List<Block> blocks,
            Optional<String> ticket) {
        this(to, conversation, turn, part, author, language, blocks, ticket, Optional.empty());
    }

    /** The same for the same person elsewhere. */
    public OutboundMessage to(Address other) {
        return new OutboundMessage(other, conversation, turn, part, author, language, blocks, ticket, speaker);
    }

    @Override
    public String toString() {
        return "OutboundMessage[" + conversation + "/" + turn + "." + part + "]";
    }
}
