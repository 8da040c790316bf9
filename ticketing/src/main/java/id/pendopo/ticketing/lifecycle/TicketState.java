package id.pendopo.ticketing.lifecycle;

import id.pendopo.ticketing.Outcome;
import id.pendopo.ticketing.Rating;
import id.pendopo.ticketing.TicketStatus;
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
import id.pendopo.ticketing.lifecycle.TicketHistory.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
 * @param floor an agent speaks with the citizen, the bot is mute
 */
record TicketState(
        long version,
        TicketStatus status,
        String category,
        String unit,
        Optional<String> assignee,
        Optional<Outcome> outcome,
        Optional<Instant> due,
        String legalBasis,
        Instant changed,
        long spoken,
        Optional<Instant> firstReply,
        Optional<Instant> closed,
        Optional<Instant> confirmed,
        Optional<Rating> rating,
        int reopened,
        boolean floor) {

    /** @throws IllegalArgumentException the history does not begin with the opening */
    static TicketState of(List<Entry> history) {
        TicketState state = opened(history.getFirst());
        for (Entry entry : history.subList(1, history.size())) {
            state = state.after(entry);
        }
        return state;
    }

    static TicketState opened(Entry first) {
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
                opened.legalBasis(),
                first.at(),
                first.version(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                false);
    }

    TicketState after(Entry entry) {
        Changes next = new Changes(this, entry);
        switch (entry.event()) {
            case Opened opened -> throw new IllegalArgumentException("a ticket is opened once");
            case InformationAdded added -> next.citizenSpoke(added.due());
            case Replied replied -> next.agentReplied(replied);
            case Noted noted -> {}
            case Continued elsewhere -> {}
            case Assigned assigned -> next.assignee = assigned.to();
            case Moved moved -> next.moved(moved);
            case FloorReturned returned -> next.floor = false;
            case Closed closing -> next.closed(closing.outcome());
            case SolvedConfirmed solved -> next.confirmed();
            case SolvedDenied denied -> next.takenUpAgain(denied.due());
            case Reopened again -> next.takenUpAgain(again.due());
            case Rated rated -> next.rating = Optional.of(new Rating(rated.score()));
        }
        return next.state();
    }

    /** The changing half of one step. */
    private static final class Changes {

        private final Entry entry;
        private TicketStatus status;
        private String category;
        private String unit;
        private Optional<String> assignee;
        private Optional<Outcome> outcome;
        private Optional<Instant> due;
        private String legalBasis;
        private long spoken;
        private Optional<Instant> firstReply;
        private Optional<Instant> closed;
        private Optional<Instant> confirmed;
        private Optional<Rating> rating;
        private int reopened;
        private boolean floor;

        Changes(TicketState from, Entry entry) {
            this.entry = entry;
            status = from.status;
            category = from.category;
            unit = from.unit;
            assignee = from.assignee;
            outcome = from.outcome;
            due = from.due;
            legalBasis = from.legalBasis;
            spoken = from.spoken;
            firstReply = from.firstReply;
            closed = from.closed;
            confirmed = from.confirmed;
            rating = from.rating;
            reopened = from.reopened;
            floor = from.floor;
        }

        private void citizenSpoke(Optional<Instant> newDue) {
            spoken = entry.version();
            if (!status.active()) {
                takenUpAgain(newDue.orElseThrow());
            } else if (status == TicketStatus.WAITING_ON_CITIZEN) {
                status = TicketStatus.OPEN;
            }
        }

        private void agentReplied(Replied replied) {
            firstReply = firstReply.or(() -> Optional.of(entry.at()));
            if (replied.takes()) {
                assignee = entry.actor().login();
            }
            if (status.active()) {
                status = replied.asks() ? TicketStatus.WAITING_ON_CITIZEN : TicketStatus.OPEN;
                floor = true;
            }
        }

        private void moved(Moved moved) {
            category = moved.category();
            if (!unit.equals(moved.unit())) {
                assignee = Optional.empty();
            }
            unit = moved.unit();
            legalBasis = moved.legalBasis();
            due = Optional.of(moved.due());
        }

        private void closed(Outcome how) {
            status = TicketStatus.CLOSED;
            outcome = Optional.of(how);
            closed = Optional.of(entry.at());
            due = Optional.empty();
            floor = false;
        }

        private void confirmed() {
            status = TicketStatus.CONFIRMED;
            outcome = outcome.or(() -> Optional.of(Outcome.FIXED));
            closed = closed.or(() -> Optional.of(entry.at()));
            confirmed = Optional.of(entry.at());
            due = Optional.empty();
            floor = false;
        }

        private void takenUpAgain(Instant newDue) {
            spoken = entry.version();
            status = TicketStatus.OPEN;
            outcome = Optional.empty();
            closed = Optional.empty();
            confirmed = Optional.empty();
            rating = Optional.empty();
            due = Optional.of(newDue);
            reopened++;
        }

        private TicketState state() {
            return new TicketState(
                    entry.version(),
                    status,
                    category,
                    unit,
                    assignee,
                    outcome,
                    due,
                    legalBasis,
                    entry.at(),
                    spoken,
                    firstReply,
                    closed,
                    confirmed,
                    rating,
                    reopened,
                    floor);
        }
    }
}
