package id.pendopo.ticketing;

import java.time.Instant;
import java.util.Optional;

/**
 * The public status view, what the code alone shows to whoever holds it: the state and the next date, nothing that
 * anybody wrote.
 *
 * @param changed when the last step was taken, in the unit's zone
 * @param next when the citizen should have an answer; empty once closed
 */
public record StatusView(TicketCode code, TicketStatus status, PromisedTime changed, Optional<PromisedTime> next) {

    public static StatusView of(Ticket ticket) {
        return new StatusView(
                ticket.code(),
                ticket.status(),
                at(ticket.changed(), ticket),
                ticket.due().map(due -> at(due, ticket)));
    }

    private static PromisedTime at(Instant instant, Ticket ticket) {
        return new PromisedTime(instant, ticket.zone());
    }
}
