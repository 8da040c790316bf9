package id.pendopo.ticketing.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.HistoryEvent;
import id.pendopo.ticketing.HistoryEvent.Alarmed;
import id.pendopo.ticketing.HistoryEvent.Assigned;
import id.pendopo.ticketing.HistoryEvent.Closed;
import id.pendopo.ticketing.HistoryEvent.Continued;
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
import id.pendopo.ticketing.Outcome;
import id.pendopo.ticketing.Rating;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.Ticket.Danger;
import id.pendopo.ticketing.TicketStatus;
import id.pendopo.ticketing.TicketType;
import id.pendopo.ticketing.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A ticket in JSON, as programs read it; what is empty is left out. Times are UTC. Numbers of identities, telephones and
 * bank cards are masked in all texts.
 *
 * @param code 10 or 16 digits, not grouped
 * @param emergency what somebody is in danger of; left out of a ticket that is no emergency
 * @param version name it when you reply or close; somebody changed the ticket when it is not this one any more
 * @param name the reporter's, only of a ticket that may be published
 * @param consent whether the desk may write back
 * @param assignee an agent's log-in name
 * @param rating how content the citizen is with how it was handled, from 1 to 5
 * @param channel the kind of line that it came by
 * @param zone the unit's time zone, in which promised times are told to citizens
 * @param due when the citizen should have an answer
 * @param basis why that is the deadline, in the ticket's language
 * @param history what happened, oldest first; only of a single ticket
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ApiTicket(
        String code,
        long version,
        TicketType type,
        Optional<Danger> emergency,
        TicketStatus status,
        String category,
        String unit,
        String subject,
        String description,
        Optional<String> place,
        Optional<String> name,
        Visibility visibility,
        boolean consent,
        Optional<String> assignee,
        Optional<Outcome> outcome,
        Optional<Integer> rating,
        String channel,
        String language,
        String zone,
        Instant opened,
        Instant changed,
        Optional<Instant> due,
        String basis,
        List<Event> history) {

    /**
     * One thing that happened.
     *
     * @param kind {@code opened}, {@code information-added}, {@code information-edited}, {@code replied}, {@code noted}, {@code numbers-seen},
     *     {@code opened-by-break-glass}, {@code assigned},
     *     {@code moved}, {@code floor-returned}, {@code closed}, {@code solved-confirmed}, {@code solved-denied},
     *     {@code reopened}, {@code rated}, {@code continued}, {@code alarm-rung}, {@code alarm-device-failed}, {@code alarm-taken},
     *     {@code alarm-unreached}, {@code alarm-nobody}, {@code alarm-slowed}
     * @param actor {@code CITIZEN}, {@code AGENT} or {@code DESK}
     * @param login who, when it was an agent or a program
     * @param text what was written or said
     * @param to the agent or the category that it was given to, the kind of line that the citizen went on by, or who on
     *     duty was rung or took it
     * @param unit the one that it was moved to
     * @param rating the citizen's, from 1 to 5
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Event(
            long version,
            Instant at,
            Actor.Kind actor,
            Optional<String> login,
            String kind,
            Optional<String> text,
            Optional<String> to,
            Optional<String> unit,
            Optional<Integer> rating) {

        private Event worded(UnaryOperator<String> words) {
            return new Event(version, at, actor, login, kind, text.map(words), to, unit, rating);
        }

        @Override
        public String toString() {
            return "Event[" + kind + "]";
        }
    }

    static ApiTicket of(Ticket ticket, String basis, List<HistoryEvent.Entry> history) {
        return new ApiTicket(
                ticket.code().digits(),
                ticket.version(),
                ticket.type(),
                ticket.danger(),
                ticket.status(),
                ticket.category(),
                ticket.unit(),
                ticket.subject(),
                ticket.description(),
                ticket.place(),
                ticket.name().filter(name -> ticket.visibility() == Visibility.PUBLIC),
                ticket.visibility(),
                ticket.contactConsent(),
                ticket.assignee(),
                ticket.outcome(),
                ticket.rating().map(Rating::score),
                ticket.channel(),
                ticket.language().toLanguageTag(),
                ticket.zone().getId(),
                ticket.opened(),
                ticket.changed(),
                ticket.due(),
                basis,
                history.stream().map(ApiTicket::event).toList());
    }

    /** Where it is, for whoever may not read it any more. */
    ApiTicket withoutWords() {
        return new ApiTicket(
                code,
                version,
                type,
                Optional.empty(),
                status,
                category,
                unit,
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                visibility,
                consent,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                channel,
                language,
                zone,
                opened,
                changed,
                due,
                basis,
                List.of());
    }

    private static Event event(HistoryEvent.Entry entry) {
        return switch (entry.event()) {
            case Opened opened -> event(entry, "opened", "", opened.category());
            case InformationAdded added -> event(entry, "information-added", added.text(), "");
            case InformationEdited edited -> event(entry, "information-edited", edited.text(), "");
            case Replied replied -> event(entry, "replied", replied.text(), "");
            case Noted noted -> event(entry, "noted", noted.text(), "");
            case HistoryEvent.NumbersSeen seen -> event(entry, "numbers-seen", "", "");
            case HistoryEvent.OpenedByBreakGlass opened -> event(entry, "opened-by-break-glass", opened.reason(), "");
            case Assigned assigned -> event(entry, "assigned", "", assigned.to().orElse(""));
            case Moved moved -> event(entry, "moved", moved.reason(), moved.category());
            case FloorReturned returned -> event(entry, "floor-returned", "", "");
            case Closed closed -> event(entry, "closed", closed.text(), "");
            case SolvedConfirmed solved -> event(entry, "solved-confirmed", "", "");
            case SolvedDenied denied -> event(entry, "solved-denied", denied.reason(), "");
            case Reopened reopened -> event(entry, "reopened", reopened.reason(), "");
            case Rated rated -> event(entry, "rated", rated.reason(), "");
            case Continued elsewhere -> event(entry, "continued", "", elsewhere.channel());
            case Alarmed alarmed ->
                event(entry, kind(alarmed), "", alarmed.person().orElse(""));
        };
    }

    /** {@code alarm-rung} */
    private static String kind(Alarmed alarmed) {
        return alarmed.failed()
                ? "alarm-device-failed"
                : "alarm-" + alarmed.step().name().toLowerCase(Locale.ROOT);
    }

    private static Event event(HistoryEvent.Entry entry, String kind, String text, String to) {
        return new Event(
                entry.version(),
                entry.at(),
                entry.actor().kind(),
                entry.actor().login(),
                kind,
                Optional.of(text).filter(words -> !words.isEmpty()),
                Optional.of(to).filter(name -> !name.isEmpty()),
                entry.event() instanceof Moved moved ? Optional.of(moved.unit()) : Optional.empty(),
                entry.event() instanceof Rated rated ? Optional.of(rated.score()) : Optional.empty());
    }

    /** The same with other texts, as somebody who has not asked for numbers may read them. */
    ApiTicket worded(UnaryOperator<String> words) {
        return new ApiTicket(
                code,
                version,
                type,
                emergency,
                status,
                category,
                unit,
                words.apply(subject),
                words.apply(description),
                place.map(words),
                name,
                visibility,
                consent,
                assignee,
                outcome,
                rating,
                channel,
                language,
                zone,
                opened,
                changed,
                due,
                basis,
                history.stream().map(event -> event.worded(words)).toList());
    }

    @Override
    public String toString() {
        return "ApiTicket[" + code + "]";
    }
}
