package id.pendopo.ticketing;

import java.util.Locale;
import java.util.Optional;

/**
 * What is needed to open a ticket.
 *
 * @param category the category's key
 * @param place in the citizen's words
 * @param name what the citizen wants to be called; empty when anonymous or unasked
 * @param contactConsent whether the desk may write back on the line it came from
 * @param conversation the conversation it came from, by the conversation's own id; empty for tickets made at the desk
 * @param channel the kind of line, {@code twilio-sms}
 * @param phone the last four digits of a verified number, for adding to the ticket from elsewhere
 */
public record NewTicket(
        TicketCode code,
        TicketType type,
        String category,
        String description,
        Optional<String> place,
        Optional<String> name,
        Visibility visibility,
        boolean contactConsent,
        Optional<Long> conversation,
        String channel,
        Optional<String> phone,
        Locale language) {

    @Override
    public String toString() {
        return "NewTicket[" + code + ", " + category + "]";
    }
}
