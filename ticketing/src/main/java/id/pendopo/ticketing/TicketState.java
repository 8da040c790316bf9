package id.pendopo.ticketing;

import id.pendopo.ticketing.HistoryEvent.Assigned;
import id.pendopo.ticketing.HistoryEvent.Closed;
import id.pendopo.ticketing.HistoryEvent.Continued;
import id.pendopo.ticketing.HistoryEvent.Entry;
import id.pendopo.ticketing.HistoryEvent.FloorReturned;
import id.pendopo.ticketing.HistoryEvent.InformationAdded;
import id.pendopo.ticketing.HistoryEvent.InformationEdited;
import id.pendopo.ticketing.HistoryEvent.Moved;
import id.pendopo.ticketing.HistoryEvent.Noted;
import id.pendopo.ticketing.HistoryEvent.Opened;
import id.pendopo.ticketing.HistoryEvent.Rated;
import id.pendopo.ticketing.HistoryEvent.Reopened;
import id.pendopo.ticketing.HistoryEvent.Replied;
import id.pendopo.ticketing.HistoryEvent.SolvedConfirmed;
import id.pendopo.ticketing.HistoryEvent.SolvedDenied;
import id.pendopo.ticketing.Ticket.LegalBasis;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The state machine of a ticket: its state is nothing but its history, folded. Pure.
 *
 * @param due when the citizen should have an answer; empty once closed
 * @param spoken the version of the citizen's newest word; whoever has read less has something unread
 * @param firstReply when an agent first answered
 * @param closed when it was last closed; empty while it is worked
 * @param confirmed when the citizen confirmed that it is solved
 * @param rating how content the citizen is; empty while it is worked
 * @param reopened how often the citizen had it taken up again
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record TicketState(
        long version,
        TicketStatus status,
        String category,
        String unit,
        Optional<String> assignee,
        Optional<Outcome> outcome,
        Optional<Instant> due,
        LegalBasis legalBasis,
        Instant changed,
        long spoken,
        Optional<Instant> firstReply,
        Optional<Instant> closed,
        Optional<Instant> confirmed,
        Optional<Rating> rating,
        int reopened) {

    /** @throws IllegalArgumentException the history does not begin with the opening */
    public static TicketState of(List<Entry> history) {
        TicketState state = opened(history.getFirst());
        for (Entry entry : history.subList(1, history.size())) {
            state = state.after(entry);
        }
        return state;
    }

    public static TicketState opened(Entry first) {
        if (!(first.event() instanceof Opened opened)) {
            throw new IllegalArgumentException("a history begins with the opening");
        }
        return new TicketState(
                first.version(),
                TicketStatus.NEW,
                opened.category(),
                opened.unit(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(opened.due()),
                opened.basis(),
                first.at(),
                first.version(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    /**
     * The event that a citizen's command leads to; empty when it asks for what is so already.
     *
     * @param newDue the deadline of a ticket that is taken up again
     * @throws IllegalArgumentException an opening: what is open already is not opened
     */
    public Optional<HistoryEvent> decide(TicketCommand.OfCitizen command, Supplier<Instant> newDue) {
        return switch (command) {
            case TicketCommand.Open open -> throw new IllegalArgumentException("a ticket is opened once");
            case TicketCommand.AddInformation add -> Optional.of(added(add.text(), newDue));
            case TicketCommand.EditInformation edit ->
                Optional.<HistoryEvent>of(new InformationEdited(edit.before(), edit.text()))
                        .filter(_ -> status.active());
            case TicketCommand.Reopen reopen ->
                Optional.of(
                        status.active() ? added(reopen.reason(), newDue) : new Reopened(reopen.reason(), newDue.get()));
            case TicketCommand.ConfirmSolved confirm ->
                Optional.<HistoryEvent>of(new SolvedConfirmed()).filter(event -> status != TicketStatus.CONFIRMED);
            case TicketCommand.DenySolved deny ->
                Optional.of(
                        status.active() ? added(deny.reason(), newDue) : new SolvedDenied(deny.reason(), newDue.get()));
            case TicketCommand.Rate rate -> rated(rate);
            case TicketCommand.NoteFloorReturned back -> Optional.of(new FloorReturned());
            case TicketCommand.Continue elsewhere -> Optional.of(new Continued(elsewhere.channel()));
        };
    }

    private HistoryEvent added(String text, Supplier<Instant> newDue) {
        return new InformationAdded(text, status.active() ? Optional.empty() : Optional.of(newDue.get()));
    }

    private Optional<HistoryEvent> rated(TicketCommand.Rate rate) {
        String reason = rate.reason().strip();
        boolean again = rating.equals(Optional.of(rate.rating())) && reason.isEmpty();
        return again || status.active()
                ? Optional.empty()
                : Optional.of(new Rated(rate.rating().score(), reason));
    }

    /**
     * The ticket that stands so.
     *
     * @param zone the unit's
     */
    public Ticket ticket(TicketCode code, Ticket.Report report, Instant openedAt, ZoneId zone) {
        return new Ticket(
                code,
                version,
                report,
                new Ticket.Routing(category, unit, zone, assignee),
                new Ticket.Progress(status, outcome, rating),
                new Ticket.Clocks(openedAt, changed, due, legalBasis));
    }

    /** @throws IllegalArgumentException the ticket is opened once more */
    public TicketState after(Entry entry) {
        TicketStateBuilder next =
                TicketStateBuilder.builder(this).version(entry.version()).changed(entry.at());
        return switch (entry.event()) {
            case Opened opened -> throw new IllegalArgumentException("a ticket is opened once");
            case InformationAdded added -> citizenSpoke(next, added.due());
            case InformationEdited edited -> next.spoken(entry.version()).build();
            case Replied replied -> agentReplied(next, replied, entry);
            case Noted noted -> next.build();
            case HistoryEvent.NumbersSeen seen -> next.build();
            case Continued elsewhere -> next.build();
            case HistoryEvent.Alarmed step -> next.build();
            case HistoryEvent.OpenedByBreakGlass opened -> next.build();
            case Assigned assigned -> next.assignee(assigned.to()).build();
            case Moved moved -> moved(next, moved);
            case FloorReturned returned -> next.build();
            case Closed closing -> closed(next, closing.outcome(), entry.at());
            case SolvedConfirmed solved -> confirmed(next, entry.at());
            case SolvedDenied denied -> takenUpAgain(next, denied.due());
            case Reopened again -> takenUpAgain(next, again.due());
            case Rated rated ->
                next.rating(Optional.of(new Rating(rated.score()))).build();
        };
    }

    private TicketState citizenSpoke(TicketStateBuilder next, Optional<Instant> newDue) {
        if (!status.active()) {
            return takenUpAgain(next, newDue.orElseThrow());
        }
        return next.spoken(next.version())
                .status(status == TicketStatus.WAITING_ON_CITIZEN ? TicketStatus.OPEN : status)
                .build();
    }

    private TicketState agentReplied(TicketStateBuilder next, Replied replied, Entry entry) {
        next.firstReply(firstReply.or(() -> Optional.of(entry.at())))
                .assignee(replied.takes() ? entry.actor().login() : assignee);
        return status.active()
                ? next.status(replied.asks() ? TicketStatus.WAITING_ON_CITIZEN : TicketStatus.OPEN)
                        .build()
                : next.build();
    }

    private TicketState moved(TicketStateBuilder next, Moved moved) {
        return next.category(moved.category())
                .assignee(unit.equals(moved.unit()) ? assignee : Optional.empty())
                .unit(moved.unit())
                .legalBasis(moved.basis())
                .due(Optional.of(moved.due()))
                .build();
    }

    private static TicketState closed(TicketStateBuilder next, Outcome how, Instant at) {
        return next.status(TicketStatus.CLOSED)
                .outcome(Optional.of(how))
                .closed(Optional.of(at))
                .due(Optional.empty())
                .build();
    }

    private TicketState confirmed(TicketStateBuilder next, Instant at) {
        return next.status(TicketStatus.CONFIRMED)
                .outcome(outcome.or(() -> Optional.of(Outcome.FIXED)))
                .closed(closed.or(() -> Optional.of(at)))
                .confirmed(Optional.of(at))
                .due(Optional.empty())
                .build();
    }

    private TicketState takenUpAgain(TicketStateBuilder next, Instant newDue) {
        return next.spoken(next.version())
                .status(TicketStatus.OPEN)
                .outcome(Optional.empty())
                .closed(Optional.empty())
                .confirmed(Optional.empty())
                .rating(Optional.empty())
                .due(Optional.of(newDue))
                .reopened(reopened + 1)
                .build();
    }
}
