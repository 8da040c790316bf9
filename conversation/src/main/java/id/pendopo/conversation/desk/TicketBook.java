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

/** The desk's tickets, to read. */
@Component
class TicketBook implements FactSources.Book {

    private final Tickets tickets;
    private final LinkedConversations doors;

    TicketBook(Tickets tickets, LinkedConversations doors) {
        this.tickets = tickets;
        this.doors = doors;
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

    /** A conversation's own tickets and those of other doors that the citizen goes on with there, by when they came. */
    private List<Ticket> newestFirst(List<Ticket> own, long conversation) {
        List<LinkedConversations.Door> moved = doors.at(conversation);
        if (moved.isEmpty()) {
            return own;
        }
        Map<Ticket, Instant> came = new HashMap<>();
        own.forEach(ticket -> came.put(ticket, ticket.opened()));
        moved.forEach(door -> tickets.find(door.code())
                .filter(ticket -> !ticket.conversation().equals(Optional.of(conversation)))
                .ifPresent(ticket -> came.put(ticket, door.opened())));
        return came.entrySet().stream()
                .sorted(Map.Entry.<Ticket, Instant>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public List<Category> categories() {
        return tickets.categories();
    }
}
