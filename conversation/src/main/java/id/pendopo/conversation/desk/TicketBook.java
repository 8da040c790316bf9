package id.pendopo.conversation.desk;

import id.pendopo.conversation.facts.FactSources;
import id.pendopo.conversation.linking.LinkedConversations;
import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.Tickets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Queries for the desk's tickets and categories, as the conversation reads them. */
@Component
class TicketBook implements FactSources.TicketReader {

    private final Tickets tickets;
    private final LinkedConversations linked;

    TicketBook(Tickets tickets, LinkedConversations linked) {
        this.tickets = tickets;
        this.linked = linked;
    }

    @Override
    public Optional<Ticket> find(TicketCode code) {
        return tickets.find(code);
    }

    @Override
    public List<Ticket> active(long conversation) {
        return newestFirst(tickets.active(conversation), conversation).stream()
                .filter(ticket -> ticket.status().active())
                .toList();
    }

    @Override
    public Optional<Ticket> latest(long conversation) {
        return newestFirst(tickets.latest(conversation).stream().toList(), conversation).stream()
                .findFirst();
    }

    /** A conversation's own tickets and those linked to it that the citizen goes on with there, by when they came. */
    private List<Ticket> newestFirst(List<Ticket> own, long conversation) {
        List<LinkedConversations.Link> moved = linked.at(conversation);
        if (moved.isEmpty()) {
            return own;
        }
        Map<Ticket, Instant> came = new HashMap<>();
        own.forEach(ticket -> came.put(ticket, ticket.opened()));
        moved.forEach(link -> tickets.find(link.code())
                .filter(ticket -> !ticket.conversation().equals(Optional.of(conversation)))
                .ifPresent(ticket -> came.put(ticket, link.opened())));
        return came.entrySet().stream()
                .sorted(Map.Entry.<Ticket, Instant>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public List<Category> categories() {
        return tickets.categories();
    }

    @Override
    public int promised(Category category) {
        return tickets.promised(category);
    }
}
