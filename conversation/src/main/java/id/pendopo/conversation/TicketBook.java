package id.pendopo.conversation;

import id.pendopo.conversation.facts.Desk;
import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.Tickets;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The desk's tickets, to read. */
@Component
class TicketBook implements Desk.Book {

    private final Tickets tickets;

    TicketBook(Tickets tickets) {
        this.tickets = tickets;
    }

    @Override
    public Optional<Ticket> find(TicketCode code) {
        return tickets.find(code);
    }

    @Override
    public List<Ticket> active(long conversation) {
        return tickets.active(conversation);
    }

    @Override
    public Optional<Ticket> latest(long conversation) {
        return tickets.latest(conversation);
    }

    @Override
    public List<Category> categories() {
        return tickets.categories();
    }
}
