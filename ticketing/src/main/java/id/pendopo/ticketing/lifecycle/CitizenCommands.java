package id.pendopo.ticketing.lifecycle;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.NewTicket;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.TicketEvent;
import id.pendopo.ticketing.TicketStatus;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.Visibility;
import id.pendopo.ticketing.clocks.Deadlines;
import id.pendopo.ticketing.lifecycle.HistoryEvent.Continued;
import id.pendopo.ticketing.lifecycle.HistoryEvent.InformationAdded;
import id.pendopo.ticketing.lifecycle.HistoryEvent.Opened;
import id.pendopo.ticketing.lifecycle.HistoryEvent.Rated;
import id.pendopo.ticketing.lifecycle.HistoryEvent.Reopened;
import id.pendopo.ticketing.lifecycle.HistoryEvent.SolvedConfirmed;
import id.pendopo.ticketing.lifecycle.HistoryEvent.SolvedDenied;
import id.pendopo.ticketing.lifecycle.TicketStore.Row;
import id.pendopo.ticketing.organisation.Catalogue;
import id.pendopo.ticketing.organisation.CategoryRecords;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The command handler of citizens: each command becomes one event of the ticket, or none, in the caller's transaction. */
@Component
class CitizenCommands {

    private final TicketSteps steps;
    private final Catalogue catalogue;
    private final Deadlines deadlines;

    CitizenCommands(TicketSteps steps, Catalogue catalogue, Deadlines deadlines) {
        this.steps = steps;
        this.catalogue = catalogue;
        this.deadlines = deadlines;
    }

    Ticket handle(TicketCommand.OfCitizen command) {
        return switch (command) {
            case TicketCommand.Open open -> open(open.ticket());
            case TicketCommand.AddInformation add -> added(steps.lock(add.code()), add.text());
            case TicketCommand.Reopen reopen -> reopened(steps.lock(reopen.code()), reopen.reason());
            case TicketCommand.ConfirmSolved confirm -> confirmed(confirm);
            case TicketCommand.DenySolved deny -> denied(steps.lock(deny.code()), deny.reason());
            case TicketCommand.Rate rate -> rated(steps.lock(rate.code()), rate);
            case TicketCommand.Continue elsewhere ->
                steps.take(steps.lock(elsewhere.code()), Actor.CITIZEN, new Continued(elsewhere.channel()));
        };
    }

    private Ticket open(NewTicket brought) {
        CategoryRecords.Entry category = catalogue.known(brought.category());
        String unit = category.category().unit();
        Instant now = steps.now();
        Opened opened = new Opened(
                brought.category(),
                unit,
                deadlines.due(unit, brought.type(), now),
                deadlines.basis(unit, brought.type(), brought.language()));
        return steps.open(brought, narrower(brought.visibility(), category.visibility()), opened, now);
    }

    /** A confidential category keeps its tickets confidential, whatever was asked. */
    private static Visibility narrower(Visibility asked, Visibility widest) {
        return asked.compareTo(widest) >= 0 ? asked : widest;
    }

    private Ticket added(Row row, String text) {
        boolean worked = row.state().status().active();
        return steps.take(
                row, Actor.CITIZEN, new InformationAdded(text, worked ? Optional.empty() : Optional.of(newDue(row))));
    }

    private Ticket reopened(Row row, String reason) {
        return row.state().status().active()
                ? added(row, reason)
                : steps.take(row, Actor.CITIZEN, new Reopened(reason, newDue(row)));
    }

    /** An agent who still speaks with the citizen stops doing so; the conversation hears of it before the ticket is held. */
    private Ticket confirmed(TicketCommand.ConfirmSolved command) {
        Row seen = steps.read(command.code());
        if (seen.state().floor()) {
            steps.tell(new TicketEvent.FloorReturned(seen.ticket()));
        }
        Row row = steps.lock(command.code());
        if (row.state().floor() && !seen.state().floor()) {
            throw new Tickets.StaleTicket(row.ticket());
        }
        return row.state().status() == TicketStatus.CONFIRMED
                ? row.ticket()
                : steps.take(row, Actor.CITIZEN, new SolvedConfirmed());
    }

    private Ticket denied(Row row, String reason) {
        return row.state().status().active()
                ? added(row, reason)
                : steps.take(row, Actor.CITIZEN, new SolvedDenied(reason, newDue(row)));
    }

    private Ticket rated(Row row, TicketCommand.Rate rate) {
        Rated rated = new Rated(rate.rating().score(), rate.reason().strip());
        boolean again = row.state().rating().equals(Optional.of(rate.rating()))
                && (rated.reason().isEmpty() || steps.ratedAlike(row, rated));
        return again || row.state().status().active() ? row.ticket() : steps.take(row, Actor.CITIZEN, rated);
    }

    private Instant newDue(Row row) {
        return deadlines.due(row.state().unit(), row.ticket().type(), steps.now());
    }
}
