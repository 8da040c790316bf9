package id.pendopo.conversation.engine;

import id.pendopo.conversation.dialogue.Confidence;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.Ticket;
import java.util.Optional;

/** Finds the ticket, and the category of a new one, to which an emergency belongs. */
final class EmergencyTickets {

    /** The category of a desk that has one for emergencies. */
    private static final String CATEGORY = "darurat";

    private EmergencyTickets() {}

    /** What an emergency is about. */
    static Category category(TurnContext context) {
        Facts facts = context.facts();
        return facts.categories().stream()
                .filter(category -> category.key().equals(CATEGORY))
                .findFirst()
                .or(() -> facts.likely(Confidence.SUGGESTED))
                .orElseGet(facts::catchAll);
    }

    /** The open ticket of an emergency, to which belongs what is called now. */
    static Optional<Ticket> ticket(TurnContext context) {
        return lasting(context)
                .or(() -> context.facts().open().stream()
                        .filter(ticket -> ticket.category().equals(CATEGORY))
                        .findFirst());
    }

    /** The open ticket that somebody is called for: of an emergency while it lasts, or else the newest. */
    static Optional<Ticket> foremost(TurnContext context) {
        return lasting(context).or(() -> context.facts().open().stream().findFirst());
    }

    private static Optional<Ticket> lasting(TurnContext context) {
        return context.state()
                .alarm()
                .filter(alarm -> alarm.lasts(context.now()))
                .flatMap(alarm -> context.facts().open().stream()
                        .filter(ticket -> ticket.code().digits().equals(alarm.code()))
                        .findFirst());
    }
}
