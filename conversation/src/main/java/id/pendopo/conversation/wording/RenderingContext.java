package id.pendopo.conversation.wording;

import id.pendopo.channels.Block;
import id.pendopo.channels.Capabilities.Family;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The context of rendering, what a reply's words depend on beside the reply.
 *
 * @param family how people meet it there
 * @param tickets those that this turn opened or changed
 * @param last what was said in the turn before
 * @param rest what was too long for the line
 */
public record RenderingContext(
        Locale language, Family family, Map<TicketCode, Ticket> tickets, List<Block> last, List<Block> rest) {

    public RenderingContext {
        tickets = Map.copyOf(tickets);
        last = List.copyOf(last);
        rest = List.copyOf(rest);
    }

    public static RenderingContext of(Conversation conversation, Map<TicketCode, Ticket> tickets) {
        return new RenderingContext(
                conversation.language(), conversation.channel().family(), tickets, List.of(), List.of());
    }

    public RenderingContext after(List<Block> said, List<Block> kept) {
        return new RenderingContext(language, family, tickets, said, kept);
    }
}
