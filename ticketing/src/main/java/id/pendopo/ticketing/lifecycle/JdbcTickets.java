package id.pendopo.ticketing.lifecycle;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.clocks.Deadlines;
import id.pendopo.ticketing.lifecycle.TicketStore.Row;
import id.pendopo.ticketing.organisation.Catalogue;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ticket service on PostgreSQL: each step is one event and the row that follows from it, in one transaction. */
@Component
class JdbcTickets implements Tickets {

    private final TicketStore store;
    private final CitizenCommands citizens;
    private final DeskCommands desk;
    private final Catalogue catalogue;
    private final Deadlines deadlines;

    JdbcTickets(
            TicketStore store, CitizenCommands citizens, DeskCommands desk, Catalogue catalogue, Deadlines deadlines) {
        this.deadlines = deadlines;
        this.store = store;
        this.citizens = citizens;
        this.desk = desk;
        this.catalogue = catalogue;
    }

    @Override
    @Transactional
    public Ticket handle(TicketCommand command, Actor actor) {
        boolean citizen = actor.kind() == Actor.Kind.CITIZEN;
        return switch (command) {
            case TicketCommand.OfCitizen asked when citizen -> citizens.handle(asked);
            case TicketCommand.OfDesk step when !citizen -> desk.handle(step, actor);
            case TicketCommand.OfCitizen _, TicketCommand.OfDesk _ ->
                throw new IllegalArgumentException(command + " is not for " + actor.kind());
        };
    }

    @Override
    public Optional<Ticket> find(TicketCode code) {
        return store.find(code).map(Row::ticket);
    }

    @Override
    public List<Ticket> active(long conversation) {
        return store.of(conversation).stream()
                .map(Row::ticket)
                .filter(ticket -> ticket.status().active())
                .toList();
    }

    @Override
    public Optional<Ticket> latest(long conversation) {
        return store.of(conversation).stream().map(Row::ticket).findFirst();
    }

    @Override
    public List<Category> categories() {
        return catalogue.categories();
    }

    @Override
    public int promised(Category category) {
        return deadlines.days(
                new Deadlines.Matter(category.key(), catalogue.receiving(category.key()), category.type(), false));
    }
}
