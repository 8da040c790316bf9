package id.pendopo.ticketing.lifecycle;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.CategoryCorrected;
import id.pendopo.ticketing.HistoryEvent.Assigned;
import id.pendopo.ticketing.HistoryEvent.Closed;
import id.pendopo.ticketing.HistoryEvent.FloorReturned;
import id.pendopo.ticketing.HistoryEvent.Moved;
import id.pendopo.ticketing.HistoryEvent.Noted;
import id.pendopo.ticketing.HistoryEvent.Replied;
import id.pendopo.ticketing.PromisedTime;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.TicketEvent;
import id.pendopo.ticketing.TicketType;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.clocks.Deadlines;
import id.pendopo.ticketing.lifecycle.TicketStore.Row;
import id.pendopo.ticketing.organisation.Catalogue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The command handler of the desk: each command becomes one event of the ticket, or none, in the caller's transaction. */
@Component
class DeskCommands {

    private final TicketSteps steps;
    private final Catalogue catalogue;
    private final Deadlines deadlines;
    private final Agents agents;
    private final MessageSource messages;
    private final FloorHolder floor;

    DeskCommands(
            TicketSteps steps,
            Catalogue catalogue,
            Deadlines deadlines,
            Agents agents,
            MessageSource messages,
            FloorHolder floor) {
        this.steps = steps;
        this.catalogue = catalogue;
        this.deadlines = deadlines;
        this.agents = agents;
        this.messages = messages;
        this.floor = floor;
    }

    Ticket handle(TicketCommand.OfDesk command, Actor actor) {
        return switch (command) {
            case TicketCommand.Reply reply -> replied(reply, actor);
            case TicketCommand.Note note -> steps.take(steps.lock(note.code()), actor, new Noted(note.text()));
            case TicketCommand.Assign assign -> assigned(assign, actor);
            case TicketCommand.Move move -> moved(worked(steps.read(move.code(), move.version())), move, actor);
            case TicketCommand.ReturnFloor back -> floorReturned(steps.read(back.code(), back.version()), actor);
            case TicketCommand.Close close -> closed(worked(steps.read(close.code(), close.version())), close, actor);
        };
    }

    private Ticket replied(TicketCommand.Reply reply, Actor actor) {
        Row seen = steps.read(reply.code(), reply.version());
        Row row = reply.asks() ? worked(seen) : seen;
        Optional<Agents.Agent> known = actor.login().flatMap(agents::find);
        boolean takes = row.state().assignee().isEmpty() && known.isPresent();
        String name = known.map(Agents.Agent::name)
                .orElseGet(() -> messages.getMessage("ticketing.agent.unnamed", null, language(row)));
        return steps.tell(row, actor, new Replied(reply.text(), reply.asks(), takes), after -> {
            TicketEvent.AgentReplied replied = new TicketEvent.AgentReplied(after, reply.text(), name);
            return !after.status().active() || floor.held(after)
                    ? List.of(replied)
                    : List.of(new TicketEvent.FloorTaken(after, name), replied);
        });
    }

    private Ticket assigned(TicketCommand.Assign assign, Actor actor) {
        assign.to().ifPresent(login -> agents.find(login).orElseThrow(() -> new Tickets.UnknownAgent(login)));
        Row row = steps.lock(assign.code());
        return row.state().assignee().equals(assign.to())
                ? row.ticket()
                : steps.take(row, actor, new Assigned(assign.to()));
    }

    private Ticket moved(Row row, TicketCommand.Move move, Actor actor) {
        String category = move.category();
        String unit = catalogue.known(category).category().unit();
        TicketType type = row.ticket().type();
        Moved moved = new Moved(category, unit, deadlines.due(unit, type, steps.now()), deadlines.basis(unit, type));
        Ticket ticket = steps.tell(
                row,
                actor,
                moved,
                after -> unit.equals(row.state().unit())
                        ? List.of()
                        : List.of(new TicketEvent.CitizenNotice(after, "ticketing.notice.moved", movedArgs(after))));
        if (!category.equals(row.ticket().category())) {
            steps.tell(new CategoryCorrected(ticket));
        }
        return ticket;
    }

    private List<Object> movedArgs(Ticket after) {
        String unit = catalogue.unit(after.unit()).orElseThrow().name(after.language());
        String date = new PromisedTime(after.due().orElseThrow(), after.zone()).date(after.language());
        return List.of(after.code().grouped(), unit, date);
    }

    private Ticket floorReturned(Row row, Actor actor) {
        return floor.held(row.ticket())
                ? steps.tell(row, actor, new FloorReturned(), after -> List.of(new TicketEvent.FloorReturned(after)))
                : row.ticket();
    }

    private Ticket closed(Row row, TicketCommand.Close close, Actor actor) {
        boolean held = floor.held(row.ticket());
        return steps.tell(row, actor, new Closed(close.outcome(), close.text()), after -> {
            TicketEvent.TicketClosed closed = new TicketEvent.TicketClosed(after, close.outcome(), close.text());
            return held ? List.of(closed, new TicketEvent.FloorReturned(after)) : List.of(closed);
        });
    }

    private static Row worked(Row row) {
        if (!row.state().status().active()) {
            throw new Tickets.AlreadyClosed(row.ticket().code());
        }
        return row;
    }

    private static Locale language(Row row) {
        return row.ticket().language();
    }
}
