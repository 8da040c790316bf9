package id.pendopo.ticketing;

import java.util.Locale;
import java.util.Optional;

/**
 * The request to open a ticket, checked.
 *
 * @param category the category's key
 * @param place in the citizen's words
 * @param name what the citizen wants to be called; empty when unasked; forgotten when anonymous
 * @param contactConsent whether the desk may write back on the line it came from
 * @param conversation the conversation it came from, by the conversation's own id; empty for tickets made at the desk
 * @param channel the kind of line, {@code twilio-sms}
 * @param phone the last four digits of a verified number, for adding to the ticket from elsewhere
 * @param danger what somebody is in danger of: an emergency, which stands before all others and has a clock in minutes
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
        Locale language,
        Optional<Ticket.Danger> danger) {

    private static final int MAX_DESCRIPTION = 10_000;
    private static final int MAX_SUBJECT = 72;

    public NewTicket {
        if (description.isBlank() || description.length() > MAX_DESCRIPTION) {
            throw new IllegalArgumentException("a description has 1 to " + MAX_DESCRIPTION + " characters");
        }
        if (phone.isPresent() && !phone.get().matches("\\d{4}")) {
            throw new IllegalArgumentException("of a number only the last four digits are kept");
        }
        if (visibility == Visibility.ANONYMOUS) {
            name = Optional.empty();
        }
    }

    /** The same with another description. */
    public NewTicket describing(String words) {
        return new NewTicket(
                code,
                type,
                category,
                words,
                place,
                name,
                visibility,
                contactConsent,
                conversation,
                channel,
                phone,
                language,
                danger);
    }

    /** The same, brought by somebody who is in danger. */
    public NewTicket inDanger(Ticket.Danger kind) {
        return new NewTicket(
                code,
                type,
                category,
                description,
                place,
                name,
                visibility,
                contactConsent,
                conversation,
                channel,
                phone,
                language,
                Optional.of(kind));
    }

    /** The first words of the description, at most 72 characters, cut between words. */
    public String subject() {
        String line = description.strip().replaceAll("\\s+", " ");
        if (line.length() <= MAX_SUBJECT) {
            return line;
        }
        int cut = line.lastIndexOf(' ', MAX_SUBJECT - 1);
        return line.substring(0, cut > 0 ? cut : MAX_SUBJECT - 1) + "…";
    }

    @Override
    public String toString() {
        return "NewTicket[" + code + ", " + category + "]";
    }
}
