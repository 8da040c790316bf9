package id.pendopo.ticketing;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * A ticket (case) with its current state, as its history says it stands.
 *
 * @param version grows by one with every event; a change names the version it saw
 */
public record Ticket(TicketCode code, long version, Report report, Routing routing, Progress progress, Clocks clocks) {

    /**
     * What the citizen brought, written once.
     *
     * @param subject the first words of the description
     * @param conversation the conversation it came from
     * @param channel the kind of line it came by
     * @param danger what somebody is in danger of: an emergency, which stands before all others and has a clock in minutes
     */
    public record Report(
            TicketType type,
            String subject,
            String description,
            Optional<String> place,
            Optional<String> name,
            Visibility visibility,
            boolean contactConsent,
            Optional<Long> conversation,
            String channel,
            Locale language,
            Optional<Danger> danger) {

        /** @param visibility as the category narrows what was asked */
        public static Report of(NewTicket brought, Visibility visibility) {
            return new Report(
                    brought.type(),
                    brought.subject(),
                    brought.description(),
                    brought.place(),
                    brought.name(),
                    visibility,
                    brought.contactConsent(),
                    brought.conversation(),
                    brought.channel(),
                    brought.language(),
                    brought.danger());
        }

        @Override
        public String toString() {
            return "Report[" + type + ", " + channel + "]";
        }
    }

    /**
     * The port to redaction: which numbers in a ticket's texts name somebody. Without an implementation long numbers are
     * masked, whatever they are.
     */
    public interface Redaction {

        /** The text with a word in brackets in the place of each number of an identity, a telephone or a bank card. */
        String mask(String text);
    }

    /** The kind of an emergency: what somebody is in danger of; decides who on duty is rung. */
    public enum Danger {
        FIRE,
        MEDICAL,
        CRIME,
        VIOLENCE,
        DISASTER,
        DESPAIR,
        /** Nobody said which. */
        OTHER
    }

    /**
     * Who works it.
     *
     * @param category the category's key
     * @param zone the unit's time zone, in which promised times are shown
     * @param assignee an agent's log-in name; empty while it is the unit's
     */
    public record Routing(String category, String unit, ZoneId zone, Optional<String> assignee) {}

    /**
     * How far it is.
     *
     * @param rating how content the citizen is with how it was handled; empty while it is worked
     */
    public record Progress(TicketStatus status, Optional<Outcome> outcome, Optional<Rating> rating) {}

    /**
     * Its times.
     *
     * @param changed when the last step was taken
     * @param due when the citizen should have an answer; empty once closed
     * @param legalBasis why that is the deadline
     */
    public record Clocks(Instant opened, Instant changed, Optional<Instant> due, LegalBasis legalBasis) {}

    /** Why a deadline is what it is: a key with its arguments, put into words for each reader; a closed set. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "key")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = LegalBasis.ServicePromise.class, name = "service-promise"),
        @JsonSubTypes.Type(value = LegalBasis.EmergencyClock.class, name = "emergency-clock"),
        @JsonSubTypes.Type(value = LegalBasis.Finished.class, name = "finished")
    })
    public sealed interface LegalBasis {

        /**
         * A unit's own word to citizens, {@code janji layanan}.
         *
         * @param unit the unit's key
         * @param workingDays as promised when the deadline was set
         */
        record ServicePromise(String unit, int workingDays) implements LegalBasis {}

        /** The desk's own clock of an emergency, told to no citizen. */
        record EmergencyClock(long minutes) implements LegalBasis {}

        /**
         * A sentence as it was stored before keys were, shown as it is.
         *
         * @param text empty when no reason is known
         */
        record Finished(String text) implements LegalBasis {}
    }

    public TicketType type() {
        return report.type();
    }

    public String subject() {
        return report.subject();
    }

    public String description() {
        return report.description();
    }

    public Optional<String> place() {
        return report.place();
    }

    public Optional<String> name() {
        return report.name();
    }

    public Visibility visibility() {
        return report.visibility();
    }

    public boolean contactConsent() {
        return report.contactConsent();
    }

    public Optional<Long> conversation() {
        return report.conversation();
    }

    public String channel() {
        return report.channel();
    }

    public Locale language() {
        return report.language();
    }

    /** Whether it is an emergency. */
    public boolean urgent() {
        return report.danger().isPresent();
    }

    public Optional<Danger> danger() {
        return report.danger();
    }

    /** Until when the citizen is promised an answer; empty once closed, and in an emergency, whose clock is the desk's own. */
    public Optional<Instant> promised() {
        return clocks.due().filter(_ -> !urgent());
    }

    public String category() {
        return routing.category();
    }

    public String unit() {
        return routing.unit();
    }

    public ZoneId zone() {
        return routing.zone();
    }

    public Optional<String> assignee() {
        return routing.assignee();
    }

    public TicketStatus status() {
        return progress.status();
    }

    public Optional<Outcome> outcome() {
        return progress.outcome();
    }

    public Optional<Rating> rating() {
        return progress.rating();
    }

    public Instant opened() {
        return clocks.opened();
    }

    public Instant changed() {
        return clocks.changed();
    }

    public Optional<Instant> due() {
        return clocks.due();
    }

    public LegalBasis legalBasis() {
        return clocks.legalBasis();
    }

    @Override
    public String toString() {
        return "Ticket[" + code + ", " + status() + ", v" + version + "]";
    }
}
