package id.pendopo.ticketing.lifecycle;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.CategoryCorrected;
import id.pendopo.ticketing.HistoryEvent.Alarmed;
import id.pendopo.ticketing.HistoryEvent.Assigned;
import id.pendopo.ticketing.HistoryEvent.Closed;
import id.pendopo.ticketing.HistoryEvent.FloorReturned;
import id.pendopo.ticketing.HistoryEvent.Moved;
import id.pendopo.ticketing.HistoryEvent.Noted;
import id.pendopo.ticketing.HistoryEvent.NumbersSeen;
import id.pendopo.ticketing.HistoryEvent.Replied;
import id.pendopo.ticketing.PromisedTime;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.TicketEvent;
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
    private final TicketQueries queries;
    private final Catalogue catalogue;
    private final Deadlines deadlines;
    private final Agents agents;
    private final MessageSource messages;
    private final FloorHolder floor;
    private final BreakGlass breakGlass;

    DeskCommands(
            TicketSteps steps,
            TicketQueries queries,
            Catalogue catalogue,
            Deadlines deadlines,
            Agents agents,
            MessageSource messages,
            FloorHolder floor,
            BreakGlass breakGlass) {
        this.steps = steps;
        this.queries = queries;
        this.catalogue = catalogue;
        this.deadlines = deadlines;
        this.agents = agents;
        this.messages = messages;
        this.floor = floor;
        this.breakGlass = breakGlass;
    }

    Ticket handle(TicketCommand.OfDesk command, Actor actor) {
        actor.login()
                .filter(_ ->
                        !(command instanceof TicketCommand.NoteAlarm || command instanceof TicketCommand.BreakGlass))
                .ifPresent(login -> reach(command, login));
        return switch (command) {
            case TicketCommand.Reply reply -> replied(reply, actor);
            case TicketCommand.Note note -> steps.take(steps.lock(note.code()), actor, new Noted(note.text()));
            case TicketCommand.SeeNumbers see -> steps.take(steps.lock(see.code()), actor, new NumbersSeen());
            case TicketCommand.BreakGlass open -> breakGlass.open(open, actor);
            case TicketCommand.Assign assign -> assigned(assign, actor);
            case TicketCommand.Move move -> moved(worked(steps.read(move.code(), move.version())), move, actor);
            case TicketCommand.ReturnFloor back -> floorReturned(steps.read(back.code(), back.version()), actor);
            case TicketCommand.NoteFloorReturned back ->
                steps.take(steps.lock(back.code()), actor, new FloorReturned());
            case TicketCommand.NoteAlarm note -> alarmed(steps.read(note.code()), note.step(), actor);
            case TicketCommand.TakeAlarm take -> alarmTaken(steps.lock(take.code()), actor);
            case TicketCommand.Close close -> closed(worked(steps.read(close.code(), close.version())), close, actor);
        };
    }

    /** Who does not reach a ticket changes it as little as one that nobody ever opened. */
    private void reach(TicketCommand command, String login) {
        if (!queries.reaches(command.code(), queries.viewer(login))) {
            throw new Tickets.NoSuchTicket(command.code());
        }
    }

    private Ticket replied(TicketCommand.Reply reply, Actor actor) {
        Row seen = steps.read(reply.code(), reply.version());
        Row row = reply.asks() ? worked(seen) : seen;
        Optional<Agents.Agent> known = actor.login().flatMap(agents::find);
        boolean takes = row.state().assignee().isEmpty() && known.isPresent();
        String name = known.map(Agents.Agent::name)
                .orElseGet(() -> messages.getMessage("ticketing.agent.unnamed", null, language(row)));
        Ticket answered =
                steps.tell(row, actor, new Replied(reply.text(), reply.asks(), takes, reply.files()), after -> {
                    TicketEvent.AgentReplied replied = new TicketEvent.AgentReplied(
                            after, reply.text(), known.map(Agents.Agent::name), reply.files());
                    return !after.status().active() || floor.held(after)
                            ? List.of(replied)
                            : List.of(new TicketEvent.FloorTaken(after, name), replied);
                });
        actor.login().filter(_ -> answered.urgent()).ifPresent(login -> steps.takeAlarm(answered.code(), name, login));
        return answered;
    }

    private Ticket assigned(TicketCommand.Assign assign, Actor actor) {
        assign.to().ifPresent(login -> agents.find(login).orElseThrow(() -> new Tickets.UnknownAgent(login)));
        Row row = steps.lock(assign.code());
        Ticket after = row.state().assignee().equals(assign.to())
                ? row.ticket()
                : steps.take(row, actor, new Assigned(assign.to()));
        assign.to()
                .filter(login -> row.ticket().urgent() && actor.login().equals(assign.to()))
                .flatMap(agents::find)
                .ifPresent(agent -> steps.takeAlarm(assign.code(), agent.name(), agent.login()));
        return after;
    }

    private Ticket moved(Row row, TicketCommand.Move move, Actor actor) {
        String category = move.category().orElse(row.ticket().category());
        String unit = destination(row, move);
        boolean stays = unit.equals(row.state().unit());
        if (stays && category.equals(row.ticket().category())) {
            return row.ticket();
        }
        Deadlines.Matter matter =
                new Deadlines.Matter(category, unit, row.ticket().type(), false);
        boolean keepsClock = stays || row.ticket().urgent();
        Moved moved = new Moved(
                category,
                unit,
                keepsClock ? row.state().due().orElseThrow() : deadlines.due(matter, steps.now()),
                keepsClock ? row.state().legalBasis() : deadlines.basis(matter),
                move.reason());
        Ticket ticket = steps.tell(row, actor, moved, after -> stays ? List.of() : List.of(movedNotice(after)));
        if (!category.equals(row.ticket().category())
                && !steps.read(move.code()).confidential()) {
            steps.tell(new CategoryCorrected(ticket));
        }
        return ticket;
    }

    /** The unit that a ticket moves to. */
    private String destination(Row row, TicketCommand.Move move) {
        if (move.category().isEmpty() && move.unit().isEmpty()) {
            throw new Tickets.UnknownDestination("");
        }
        Optional<String> responsible = move.category()
                .map(key -> catalogue
                        .category(key)
                        .filter(known ->
                                known.active() || key.equals(row.ticket().category()))
                        .orElseThrow(() -> new Tickets.UnknownDestination(key))
                        .category()
                        .unit());
        String unit = move.unit().or(() -> responsible).orElse(row.state().unit());
        return catalogue
                .unit(unit)
                .filter(known -> known.active() || unit.equals(row.state().unit()))
                .orElseThrow(() -> new Tickets.UnknownDestination(unit))
                .key();
    }

    private TicketEvent movedNotice(Ticket after) {
        String code = after.code().grouped();
        String unit = catalogue.unit(after.unit()).orElseThrow().name(after.language());
        return after.promised()
                .map(promised -> new PromisedTime(promised, after.zone()).date(after.language()))
                .map(date -> new TicketEvent.CitizenNotice(after, "ticketing.notice.moved", List.of(code, unit, date)))
                .orElseGet(() ->
                        new TicketEvent.CitizenNotice(after, "ticketing.notice.moved.undated", List.of(code, unit)));
    }

    private Ticket alarmed(Row row, Alarmed step, Actor actor) {
        return steps.tell(
                row,
                actor,
                step,
                after -> step.step() == Alarmed.Step.TAKEN
                        ? List.of(new TicketEvent.CitizenNotice(
                                after,
                                "ticketing.notice.alarm.taken",
                                List.of(after.code().grouped())))
                        : List.of());
    }

    /** Whoever works tickets has it from now on as well. */
    private Ticket alarmTaken(Row row, Actor actor) {
        String login = actor.login()
                .filter(_ -> row.ticket().urgent())
                .orElseThrow(() -> new IllegalArgumentException("somebody takes the alarm of an emergency"));
        Optional<Agents.Agent> agent = agents.find(login);
        boolean took = steps.takeAlarm(
                row.ticket().code(), agent.map(Agents.Agent::name).orElse(login), login);
        return took && agent.isPresent() && !row.state().assignee().equals(actor.login())
                ? steps.take(row, actor, new Assigned(actor.login()))
                : row.ticket();
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
