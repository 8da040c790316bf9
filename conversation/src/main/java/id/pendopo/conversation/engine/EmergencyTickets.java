package id.pendopo.conversation.engine;

import id.pendopo.conversation.dialogue.Confidence;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.understanding.Emergencies;
import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.Ticket.Danger;
import id.pendopo.ticketing.TicketCode;
import java.util.Optional;

/** Finds the ticket, and the category of a new one, to which an emergency belongs. */
final class EmergencyTickets {

    /** The category of a desk that has one for emergencies. */
    private static final String CATEGORY = "darurat";

    private EmergencyTickets() {}

    /** What an emergency is about: the desk's category for this danger, or for every one, or what is likely. */
    static Category category(TurnContext context, Danger danger) {
        Facts facts = context.facts();
        return facts.categories().stream()
                .filter(category -> category.danger().equals(Optional.of(danger)))
                .findFirst()
                .or(() -> facts.categories().stream()
                        .filter(category -> category.key().equals(CATEGORY))
                        .findFirst())
                .or(() -> facts.likely(Confidence.SUGGESTED))
                .orElseGet(facts::catchAll);
    }

    /** As the desk knows it. */
    static Danger danger(Emergencies.Kind kind) {
        return switch (kind) {
            case FIRE -> Danger.FIRE;
            case MEDICAL -> Danger.MEDICAL;
            case CRIME -> Danger.CRIME;
            case VIOLENCE -> Danger.VIOLENCE;
            case DISASTER -> Danger.DISASTER;
            case DESPAIR -> Danger.DESPAIR;
        };
    }

    /**
     * What the citizen is told of those on duty: what is so, no more.
     *
     * @param known the ticket that it belongs to; empty for a new one
     */
    static String told(TurnContext context, Emergencies.Kind kind, Optional<TicketCode> known) {
        Facts.Alert alert = context.facts().alert();
        return known.map(alert::of)
                .orElseGet(() -> alert.of(danger(kind)))
                .map(standing -> switch (standing) {
                    case RINGING, UNREACHED ->
                        "emergency.rung"; // Whoever was not reached is rung again, for this message.
                    case TAKEN -> "emergency.taken";
                    case NOBODY -> "emergency.nobody";
                    case SLOW, ENDED -> "emergency.noted";
                })
                .orElse("emergency.noted");
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

    /** Whether somebody is called for an emergency; another matter is not told to them. */
    static boolean lasts(TurnContext context) {
        return lasting(context).isPresent();
    }

    /**
     * Whether words that nobody answered belong to an emergency that lasts. In doubt they do; a question and what is
     * surely about something else do not, unless they sound like one.
     */
    static boolean concerned(TurnContext context) {
        boolean other = context.facts()
                .followUp()
                .filter(act -> act.label().equals("other") && act.confidence() >= Confidence.UNCONCERNED)
                .isPresent();
        return calls(context) || !context.heard().asks() && !other;
    }

    /** Whether a complaint is told that is none about an emergency that lasts. */
    static boolean elsewhere(TurnContext context) {
        boolean about = context.facts().follows(Confidence.SURELY_ADDED) == Facts.FollowUp.ADDED
                || context.facts().follows(Confidence.FOLLOW_UP) == Facts.FollowUp.SOLVED;
        return !calls(context)
                && !about
                && context.facts()
                        .likely(Confidence.OTHER_CATEGORY)
                        .filter(category -> !category.equals(context.facts().catchAll()))
                        .isPresent();
    }

    private static boolean calls(TurnContext context) {
        return context.facts()
                .act()
                .filter(act -> act.label().equals("emergency") && act.confidence() >= Confidence.OTHER_CATEGORY)
                .isPresent();
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
