package id.pendopo.ticketing.lifecycle;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.HistoryEvent.OpenedByBreakGlass;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.lifecycle.TicketStore.Row;
import id.pendopo.ui.ChangeLog;
import id.pendopo.ui.ChangeLog.Change;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The break-glass procedure: opens a confidential ticket to one person for an hour. History, audit log and access are
 * written in one transaction, so that nobody has the access of which nobody knows.
 */
@Component
class BreakGlass {

    private final TicketSteps steps;
    private final TicketQueries queries;
    private final ConfidentialTickets confidential;
    private final BreakGlasses opened;
    private final ObjectProvider<ChangeLog> log;

    BreakGlass(
            TicketSteps steps,
            TicketQueries queries,
            ConfidentialTickets confidential,
            BreakGlasses opened,
            ObjectProvider<ChangeLog> log) {
        this.steps = steps;
        this.queries = queries;
        this.confidential = confidential;
        this.opened = opened;
        this.log = log;
    }

    Ticket open(TicketCommand.BreakGlass command, Actor actor) {
        String login = actor.login().orElseThrow(() -> new IllegalArgumentException("somebody opens it"));
        if (!confidential.hides(command.code(), queries.viewer(login))) {
            throw new Tickets.NoSuchTicket(command.code());
        }
        String reason = command.reason().strip();
        Row row = steps.lock(command.code());
        opened.open(row.id(), login, steps.now());
        log.ifAvailable(record -> record.record(new Change(
                login,
                "ticketing.change.break-glass",
                command.code().grouped(),
                Map.of(),
                Map.of("ticketing.desk.break-glass.reason", reason))));
        return steps.take(row, actor, new OpenedByBreakGlass(reason));
    }
}
