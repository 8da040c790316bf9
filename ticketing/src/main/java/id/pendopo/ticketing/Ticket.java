package id.pendopo.ticketing;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * A ticket (case) with its current state, as its history says it stands.
 *
 * @param version grows by one with every event; a change names the version it saw
 * @param category the category's key
 * @param subject the first words of the description
 * @param rating how content the citizen is with how it was handled; empty while it is worked
 * @param zone the unit's time zone, in which promised times are shown
 * @param due when the citizen should have an answer; empty once closed
 * @param legalBasis why that is the deadline
 * @param urgent whether somebody is in danger, so that it stands before all others
 */
public record Ticket(
        TicketCode code,
        long version,
        TicketType type,
        TicketStatus status,
        String category,
        String unit,
        ZoneId zone,
        String subject,
        String description,
        Optional<String> place,
        Optional<String> name,
        Visibility visibility,
        boolean contactConsent,
        Optional<String> assignee,
        Optional<Outcome> outcome,
        Optional<Rating> rating,
        Optional<Long> conversation,
        String channel,
        Locale language,
        Instant opened,
        Instant changed,
        Optional<Instant> due,
        String legalBasis,
        boolean urgent) {

    @Override
    public String toString() {
        return "Ticket[" + code + ", " + status + ", v" + version + "]";
    }
}
