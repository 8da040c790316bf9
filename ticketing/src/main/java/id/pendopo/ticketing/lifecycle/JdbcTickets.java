package id.pendopo.ticketing.lifecycle;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.CategoryCorrected;
import id.pendopo.ticketing.NewTicket;
import id.pendopo.ticketing.Outcome;
import id.pendopo.ticketing.PromisedTime;
import id.pendopo.ticketing.Rating;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketEvent;
import id.pendopo.ticketing.TicketStatus;
import id.pendopo.ticketing.TicketType;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.Visibility;
import id.pendopo.ticketing.clocks.Deadlines;
import id.pendopo.ticketing.lifecycle.HistoryEvent.Assigned;
import id.pendopo.ticketing.lifecycle.HistoryEvent.Closed;
import id.pendopo.ticketing.lifecycle.HistoryEvent.Continued;
import id.pendopo.ticketing.lifecycle.HistoryEvent.FloorReturned;
import id.pendopo.ticketing.lifecycle.HistoryEvent.InformationAdded;
import id.pendopo.ticketing.lifecycle.HistoryEvent.Moved;
import id.pendopo.ticketing.lifecycle.HistoryEvent.Noted;
import id.pendopo.ticketing.lifecycle.HistoryEvent.Opened;
import id.pendopo.ticketing.lifecycle.HistoryEvent.Rated;
import id.pendopo.ticketing.lifecycle.HistoryEvent.Reopened;
import id.pendopo.ticketing.lifecycle.HistoryEvent.Replied;
import id.pendopo.ticketing.lifecycle.HistoryEvent.SolvedConfirmed;
import id.pendopo.ticketing.lifecycle.HistoryEvent.SolvedDenied;
import id.pendopo.ticketing.lifecycle.TicketStore.Row;
import id.pendopo.ticketing.organisation.Catalogue;
import id.pendopo.ticketing.organisation.CategoryRecords;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ticket service on PostgreSQL: each step is one event and the row that follows from it, in one transaction. */
@Component
class JdbcTickets implements Tickets {

    private final TicketStore store;
    private final TicketSteps steps;
    private final Catalogue catalogue;
    private final Deadlines deadlines;
    private final Agents agents;
    private final MessageSource messages;

    JdbcTickets(
            TicketStore store,
            TicketSteps steps,
            Catalogue catalogue,
            Deadlines deadlines,
            Agents agents,
            MessageSource messages) {
        this.store = store;
        this.steps = steps;
        this.catalogue = catalogue;
        this.deadlines = deadlines;
        this.agents = agents;
        this.messages = messages;
    }

    @Override
    @Transactional
    public Ticket open(NewTicket brought) {
        CategoryRecords.Entry category = category(brought.category());
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
    @Transactional
    public Ticket addInformation(TicketCode code, String text) {
        return added(steps.lock(code), text);
    }

    private Ticket added(Row row, String text) {
        boolean worked = row.state().status().active();
        return steps.take(
                row, Actor.CITIZEN, new InformationAdded(text, worked ? Optional.empty() : Optional.of(newDue(row))));
    }

    @Override
    @Transactional
    public Ticket reopen(TicketCode code, String reason) {
        Row row = steps.lock(code);
        return row.state().status().active()
                ? added(row, reason)
                : steps.take(row, Actor.CITIZEN, new Reopened(reason, newDue(row)));
    }

    /** An agent who still speaks with the citizen stops doing so; the conversation hears of it before the ticket is held. */
    @Override
    @Transactional
    public Ticket confirmSolved(TicketCode code) {
        Row seen = steps.read(code);
        if (seen.state().floor()) {
            steps.tell(new TicketEvent.FloorReturned(seen.ticket()));
        }
        Row row = steps.lock(code);
        if (row.state().floor() && !seen.state().floor()) {
            throw new StaleTicket(row.ticket());
        }
        return row.state().status() == TicketStatus.CONFIRMED
                ? row.ticket()
                : steps.take(row, Actor.CITIZEN, new SolvedConfirmed());
    }

    @Override
    @Transactional
    public Ticket denySolved(TicketCode code, String reason) {
        Row row = steps.lock(code);
        return row.state().status().active()
                ? added(row, reason)
                : steps.take(row, Actor.CITIZEN, new SolvedDenied(reason, newDue(row)));
    }

    @Override
    @Transactional
    public Ticket rate(TicketCode code, Rating rating, String reason) {
        Row row = steps.lock(code);
        Rated rated = new Rated(rating.score(), reason.strip());
        boolean again = row.state().rating().equals(Optional.of(rating))
                && (rated.reason().isEmpty() || steps.ratedAlike(row, rated));
        return again || row.state().status().active() ? row.ticket() : steps.take(row, Actor.CITIZEN, rated);
    }

    @Override
    @Transactional
    public Ticket continued(TicketCode code, String channel) {
        return steps.take(steps.lock(code), Actor.CITIZEN, new Continued(channel));
    }

    private Instant newDue(Row row) {
        return deadlines.due(row.state().unit(), row.ticket().type(), steps.now());
    }

    @Override
    @Transactional
    public Ticket reply(TicketCode code, long version, String text, String agent) {
        return write(steps.read(code, version), text, agent, false);
    }

    @Override
    @Transactional
    public Ticket ask(TicketCode code, long version, String text, String agent) {
        return write(worked(steps.read(code, version)), text, agent, true);
    }

    private Ticket write(Row row, String text, String agent, boolean asks) {
        Optional<Agents.Agent> known = agents.find(agent);
        boolean takes = row.state().assignee().isEmpty() && known.isPresent();
        String name = known.map(Agents.Agent::name)
                .orElseGet(() -> messages.getMessage("ticketing.agent.unnamed", null, language(row)));
        return steps.tell(row, Actor.agent(agent), new Replied(text, asks, takes), after -> {
            TicketEvent.AgentReplied replied = new TicketEvent.AgentReplied(after, text, name);
            return row.state().floor() || !after.status().active()
                    ? List.of(replied)
                    : List.of(new TicketEvent.FloorTaken(after, name), replied);
        });
    }

    @Override
    @Transactional
    public Ticket note(TicketCode code, String text, String agent) {
        return steps.take(steps.lock(code), Actor.agent(agent), new Noted(text));
    }

    @Override
    @Transactional
    public Ticket assign(TicketCode code, Optional<String> to, String agent) {
        to.ifPresent(login -> agents.find(login).orElseThrow(() -> new UnknownAgent(login)));
        Row row = steps.lock(code);
        return row.state().assignee().equals(to) ? row.ticket() : steps.take(row, Actor.agent(agent), new Assigned(to));
    }

    @Override
    @Transactional
    public Ticket move(TicketCode code, long version, String category, String agent) {
        Row row = worked(steps.read(code, version));
        String unit = category(category).category().unit();
        TicketType type = row.ticket().type();
        Moved moved = new Moved(
                category, unit, deadlines.due(unit, type, steps.now()), deadlines.basis(unit, type, language(row)));
        Ticket ticket = steps.tell(
                row,
                Actor.agent(agent),
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

    @Override
    @Transactional
    public Ticket returnFloor(TicketCode code, long version, String agent) {
        Row row = steps.read(code, version);
        return row.state().floor()
                ? steps.tell(
                        row,
                        Actor.agent(agent),
                        new FloorReturned(),
                        after -> List.of(new TicketEvent.FloorReturned(after)))
                : row.ticket();
    }

    @Override
    @Transactional
    public Ticket close(TicketCode code, long version, Outcome outcome, String text, String agent) {
        Row row = worked(steps.read(code, version));
        return steps.tell(row, Actor.agent(agent), new Closed(outcome, text), after -> {
            TicketEvent.TicketClosed closed = new TicketEvent.TicketClosed(after, outcome, text);
            return row.state().floor() ? List.of(closed, new TicketEvent.FloorReturned(after)) : List.of(closed);
        });
    }

    private static Row worked(Row row) {
        if (!row.state().status().active()) {
            throw new AlreadyClosed(row.ticket().code());
        }
        return row;
    }

    @Override
    public List<Category> categories() {
        return catalogue.categories();
    }

    private CategoryRecords.Entry category(String key) {
        return catalogue
                .category(key)
                .orElseThrow(() -> new IllegalArgumentException("there is no category \"" + key + "\""));
    }

    private static Locale language(Row row) {
        return row.ticket().language();
    }
}
