package id.pendopo.ticketing.lifecycle;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.CategoryCorrected;
import id.pendopo.ticketing.HistoryEvent;
import id.pendopo.ticketing.HistoryEvent.Entry;
import id.pendopo.ticketing.NewTicket;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketChanges;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketEvent;
import id.pendopo.ticketing.TicketState;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.Visibility;
import id.pendopo.ticketing.WorkingCalendar;
import id.pendopo.ticketing.alarm.AlarmStore;
import id.pendopo.ticketing.lifecycle.TicketStore.Row;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Appends one event to a ticket with an optimistic or a row lock, within the caller's transaction: event, row, and who
 * must hear of it.
 *
 * <p>A turn of the conversation holds the conversation's row and then reaches for the ticket's. A step that tells the
 * conversation something therefore tells first and writes the ticket afterwards, by version and without a lock: both take
 * the rows in the same order and cannot wait for each other in a circle.
 */
@Component
class TicketSteps {

    private final TicketStore store;
    private final TicketHistory history;
    private final ApplicationEventPublisher publisher;
    private final WorkingCalendar calendar;
    private final AlarmStore alarms;
    private final Clock clock;

    TicketSteps(
            TicketStore store,
            TicketHistory history,
            ApplicationEventPublisher publisher,
            WorkingCalendar calendar,
            AlarmStore alarms,
            Clock clock) {
        this.store = store;
        this.history = history;
        this.publisher = publisher;
        this.calendar = calendar;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** As exactly as PostgreSQL keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The row, held; for steps that overwrite nothing and tell nobody. */
    Row lock(TicketCode code) {
        return store.lock(code).orElseThrow(() -> new Tickets.NoSuchTicket(code));
    }

    /** The row, not held. */
    Row read(TicketCode code) {
        return store.find(code).orElseThrow(() -> new Tickets.NoSuchTicket(code));
    }

    /** The row at the version that the caller saw, or after which somebody was only rung; not held. */
    Row read(TicketCode code, long version) {
        Row row = read(code);
        if (row.state().version() < version || !onlyRungSince(code, row.state().version(), version)) {
            throw new Tickets.StaleTicket(row.ticket());
        }
        return row;
    }

    /** A step of the alarm that nobody took overwrites nothing, and is overwritten by nothing. */
    private boolean onlyRungSince(TicketCode code, long current, long seen) {
        return current == seen
                || history.of(code).stream()
                        .filter(entry -> entry.version() > seen)
                        .allMatch(entry -> entry.event() instanceof HistoryEvent.Alarmed alarmed
                                && alarmed.step() != HistoryEvent.Alarmed.Step.TAKEN);
    }

    Ticket open(NewTicket brought, Visibility visibility, HistoryEvent.Opened opened, Instant now) {
        Entry entry = new Entry(1, now, Actor.CITIZEN, opened);
        long id = store.insert(brought, visibility, now, TicketState.opened(entry));
        history.append(id, entry);
        publisher.publishEvent(new TicketChanges.Changed(brought.code(), 1));
        Ticket ticket = store.find(brought.code()).orElseThrow().ticket();
        if (ticket.urgent()) {
            raise(ticket);
        }
        return ticket;
    }

    private void raise(Ticket ticket) {
        alarms.raise(ticket).ifPresent(step -> take(read(ticket.code()), Actor.DESK, step));
    }

    /** Tells what a step leads to, before its ticket is held. */
    void tell(TicketEvent news) {
        publisher.publishEvent(news);
    }

    /** Tells those who learn from it, who hold nothing that a turn waits for. */
    void tell(CategoryCorrected corrected) {
        publisher.publishEvent(corrected);
    }

    /** Whether this is what the citizen's last rating said already. */
    boolean ratedAlike(Row row, HistoryEvent.Rated rated) {
        return history.of(row.ticket().code()).reversed().stream()
                .map(Entry::event)
                .filter(HistoryEvent.Rated.class::isInstance)
                .findFirst()
                .filter(rated::equals)
                .isPresent();
    }

    Ticket take(Row row, Actor actor, HistoryEvent event) {
        return tell(row, actor, event, after -> List.of());
    }

    Ticket tell(Row row, Actor actor, HistoryEvent event, Function<Ticket, List<TicketEvent>> news) {
        Entry entry = new Entry(row.state().version() + 1, now(), actor, event);
        TicketState state = row.state().after(entry);
        Ticket after = row.ticket(state, calendar.zone(state.unit()));
        news.apply(after).forEach(publisher::publishEvent);
        if (!store.update(row.id(), state, event)) {
            throw new Tickets.StaleTicket(store.find(after.code()).orElseThrow().ticket());
        }
        history.append(row.id(), entry);
        publisher.publishEvent(new TicketChanges.Changed(after.code(), after.version()));
        if (after.urgent()) {
            alarm(row.state(), after, event);
        }
        return after;
    }

    private void alarm(TicketState before, Ticket after, HistoryEvent event) {
        if (!after.status().active()) {
            alarms.end(after.code());
        } else if (!before.status().active()) {
            raise(after);
        } else if (event instanceof HistoryEvent.InformationAdded) {
            alarms.heard(after.code());
        }
    }

    /** Somebody at the desk takes care of an emergency, unless somebody does already. */
    boolean takeAlarm(TicketCode code, String name, String login) {
        return alarms.take(code, name, login);
    }
}
