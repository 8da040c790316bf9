package id.pendopo.ticketing.lifecycle;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.HistoryEvent.Opened;
import id.pendopo.ticketing.HistoryEvent.Rated;
import id.pendopo.ticketing.NewTicket;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.TicketEvent;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.Visibility;
import id.pendopo.ticketing.clocks.Deadlines;
import id.pendopo.ticketing.lifecycle.TicketStore.Row;
import id.pendopo.ticketing.organisation.Catalogue;
import id.pendopo.ticketing.organisation.CategoryRecords;
import id.pendopo.ticketing.organisation.TrustedReaders;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The command handler of citizens: each command becomes one event of the ticket, or none, in the caller's transaction. */
@Component
class CitizenCommands {

    private final TicketSteps steps;
    private final Catalogue catalogue;
    private final Deadlines deadlines;
    private final FloorHolder floor;
    private final TrustedReaders trusted;

    CitizenCommands(
            TicketSteps steps, Catalogue catalogue, Deadlines deadlines, FloorHolder floor, TrustedReaders trusted) {
        this.steps = steps;
        this.catalogue = catalogue;
        this.deadlines = deadlines;
        this.floor = floor;
        this.trusted = trusted;
    }

    Ticket handle(TicketCommand.OfCitizen command) {
        return switch (command) {
            case TicketCommand.Open open -> open(open.ticket());
            case TicketCommand.ConfirmSolved confirm -> confirmed(confirm);
            case TicketCommand.Rate rate -> rated(steps.lock(rate.code()), rate);
            case TicketCommand.AddInformation _,
                    TicketCommand.EditInformation _,
                    TicketCommand.Reopen _,
                    TicketCommand.DenySolved _,
                    TicketCommand.NoteFloorReturned _,
                    TicketCommand.Continue _ -> decided(steps.lock(command.code()), command);
        };
    }

    private Ticket decided(Row row, TicketCommand.OfCitizen command) {
        return row.state()
                .decide(
                        command,
                        () -> deadlines.due(
                                new Deadlines.Matter(
                                        row.ticket().category(),
                                        row.state().unit(),
                                        row.ticket().type(),
                                        row.ticket().urgent()),
                                steps.now()))
                .map(event -> steps.take(row, Actor.CITIZEN, event))
                .orElse(row.ticket());
    }

    private Ticket open(NewTicket brought) {
        CategoryRecords.Entry category = catalogue.known(brought.category());
        NewTicket ticket = category.category()
                .danger()
                .filter(_ -> brought.danger().isEmpty())
                .map(brought::inDanger)
                .orElse(brought);
        Instant now = steps.now();
        Deadlines.Matter matter = new Deadlines.Matter(
                ticket.category(),
                catalogue.receiving(ticket.category()),
                ticket.type(),
                ticket.danger().isPresent());
        Opened opened =
                new Opened(ticket.category(), matter.unit(), deadlines.due(matter, now), deadlines.basis(matter));
        return steps.open(ticket, narrower(ticket.visibility(), widest(category)), opened, now);
    }

    private Visibility widest(CategoryRecords.Entry category) {
        return trusted.of(category.category().key()).whistleBlower() ? Visibility.CONFIDENTIAL : category.visibility();
    }

    /** A confidential category keeps its tickets confidential, whatever was asked. */
    private static Visibility narrower(Visibility asked, Visibility widest) {
        return asked.compareTo(widest) >= 0 ? asked : widest;
    }

    /** An agent who still speaks with the citizen stops doing so; the conversation hears of it before the ticket is held. */
    private Ticket confirmed(TicketCommand.ConfirmSolved command) {
        Row seen = steps.read(command.code());
        boolean spoken = floor.held(seen.ticket());
        if (spoken) {
            steps.tell(new TicketEvent.FloorReturned(seen.ticket()));
        }
        Row row = steps.lock(command.code());
        if (!spoken && floor.held(row.ticket())) {
            throw new Tickets.StaleTicket(row.ticket());
        }
        return decided(row, command);
    }

    /** The same reason once more changes nothing. */
    private Ticket rated(Row row, TicketCommand.Rate rate) {
        boolean again = row.state().rating().equals(Optional.of(rate.rating()))
                && steps.ratedAlike(
                        row, new Rated(rate.rating().score(), rate.reason().strip()));
        return again ? row.ticket() : decided(row, rate);
    }
}
