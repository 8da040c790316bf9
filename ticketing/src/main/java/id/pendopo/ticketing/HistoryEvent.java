package id.pendopo.ticketing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import id.pendopo.ticketing.Ticket.LegalBasis;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stored event of event sourcing: one thing that happened to a ticket, kept for ever. What the citizen brought stands
 * once in the ticket's row; where the ticket stands follows from these alone, see {@link TicketState}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = HistoryEvent.Opened.class, name = "opened"),
    @JsonSubTypes.Type(value = HistoryEvent.InformationAdded.class, name = "information-added"),
    @JsonSubTypes.Type(value = HistoryEvent.InformationEdited.class, name = "information-edited"),
    @JsonSubTypes.Type(value = HistoryEvent.Replied.class, name = "replied"),
    @JsonSubTypes.Type(value = HistoryEvent.Noted.class, name = "noted"),
    @JsonSubTypes.Type(value = HistoryEvent.NumbersSeen.class, name = "numbers-seen"),
    @JsonSubTypes.Type(value = HistoryEvent.OpenedByBreakGlass.class, name = "opened-by-break-glass"),
    @JsonSubTypes.Type(value = HistoryEvent.Assigned.class, name = "assigned"),
    @JsonSubTypes.Type(value = HistoryEvent.Moved.class, name = "moved"),
    @JsonSubTypes.Type(value = HistoryEvent.FloorReturned.class, name = "floor-returned"),
    @JsonSubTypes.Type(value = HistoryEvent.Closed.class, name = "closed"),
    @JsonSubTypes.Type(value = HistoryEvent.SolvedConfirmed.class, name = "solved-confirmed"),
    @JsonSubTypes.Type(value = HistoryEvent.SolvedDenied.class, name = "solved-denied"),
    @JsonSubTypes.Type(value = HistoryEvent.Reopened.class, name = "reopened"),
    @JsonSubTypes.Type(value = HistoryEvent.Rated.class, name = "rated"),
    @JsonSubTypes.Type(value = HistoryEvent.Continued.class, name = "continued"),
    @JsonSubTypes.Type(value = HistoryEvent.Alarmed.class, name = "alarmed")
})
public sealed interface HistoryEvent {

    /**
     * One line of a ticket's history.
     *
     * @param version 1 for the opening, then without gaps
     */
    record Entry(long version, Instant at, Actor actor, HistoryEvent event) {}

    record Opened(String category, String unit, Instant due, LegalBasis basis) implements HistoryEvent {

        /** @param legalBasis the finished sentence of an event from before there were keys */
        @JsonCreator
        static Opened stored(
                @JsonProperty("category") String category,
                @JsonProperty("unit") String unit,
                @JsonProperty("due") Instant due,
                @JsonProperty("basis") @Nullable LegalBasis basis,
                @JsonProperty("legalBasis") @Nullable String legalBasis) {
            return new Opened(category, unit, due, HistoryEvent.basis(basis, legalBasis));
        }
    }

    /**
     * The citizen said more.
     *
     * @param due the new deadline of a ticket that was closed and is open again
     */
    record InformationAdded(String text, Optional<Instant> due) implements HistoryEvent {

        @Override
        public String toString() {
            return "InformationAdded[]";
        }
    }

    /**
     * The citizen edited a message that the ticket has.
     *
     * @param before what it said
     * @param text what it says
     */
    record InformationEdited(String before, String text) implements HistoryEvent {

        @Override
        public String toString() {
            return "InformationEdited[]";
        }
    }

    /**
     * An agent wrote to the citizen.
     *
     * @param asks the citizen has to answer before work goes on
     * @param takes nobody had the ticket: it is the writer's from now on
     * @param files that went along, by their ids
     */
    record Replied(String text, boolean asks, boolean takes, List<String> files) implements HistoryEvent {

        /** What was written before agents could send files has none. */
        public Replied {
            files = List.copyOf(Objects.requireNonNullElse(files, List.of()));
        }

        /** Words alone. */
        public Replied(String text, boolean asks, boolean takes) {
            this(text, asks, takes, List.of());
        }

        @Override
        public String toString() {
            return "Replied[asks=" + asks + "]";
        }
    }

    record Noted(String text) implements HistoryEvent {

        @Override
        public String toString() {
            return "Noted[]";
        }
    }

    /** An agent had the numbers shown that name somebody. */
    record NumbersSeen() implements HistoryEvent {}

    /**
     * Somebody who may not read the confidential case opened it for a while.
     *
     * @param reason for its readers and the audit
     */
    record OpenedByBreakGlass(String reason) implements HistoryEvent {

        @Override
        public String toString() {
            return "OpenedByBreakGlass[]";
        }
    }

    /** Given to an agent; empty: back to the unit. */
    record Assigned(Optional<String> to) implements HistoryEvent {}

    /**
     * Given to another category or unit.
     *
     * @param reason for colleagues; empty when nobody gave one
     */
    record Moved(String category, String unit, Instant due, LegalBasis basis, String reason) implements HistoryEvent {

        /** For no reason that was given. */
        public Moved(String category, String unit, Instant due, LegalBasis basis) {
            this(category, unit, due, basis, "");
        }

        /** @param legalBasis the finished sentence of an event from before there were keys */
        @JsonCreator
        static Moved stored(
                @JsonProperty("category") String category,
                @JsonProperty("unit") String unit,
                @JsonProperty("due") Instant due,
                @JsonProperty("basis") @Nullable LegalBasis basis,
                @JsonProperty("reason") @Nullable String reason,
                @JsonProperty("legalBasis") @Nullable String legalBasis) {
            return new Moved(category, unit, due, HistoryEvent.basis(basis, legalBasis), reason == null ? "" : reason);
        }

        @Override
        public String toString() {
            return "Moved[" + category + ", " + unit + "]";
        }
    }

    record FloorReturned() implements HistoryEvent {}

    record Closed(Outcome outcome, String text) implements HistoryEvent {

        @Override
        public String toString() {
            return "Closed[" + outcome + "]";
        }
    }

    record SolvedConfirmed() implements HistoryEvent {}

    record SolvedDenied(String reason, Instant due) implements HistoryEvent {

        @Override
        public String toString() {
            return "SolvedDenied[]";
        }
    }

    record Reopened(String reason, Instant due) implements HistoryEvent {

        @Override
        public String toString() {
            return "Reopened[]";
        }
    }

    /**
     * The citizen rated how the ticket was handled; the last one since it was closed counts.
     *
     * @param score from 1 to 5
     * @param reason what should be better; empty when nothing was said
     */
    record Rated(int score, String reason) implements HistoryEvent {

        @Override
        public String toString() {
            return "Rated[" + score + "]";
        }
    }

    /** The citizen goes on with it by another kind of line. */
    record Continued(String channel) implements HistoryEvent {}

    /**
     * A step of the alarm of an emergency.
     *
     * @param person who was rung or took it, as the list of those on duty names them; empty where nobody is meant
     * @param by by what somebody was rung, or took it
     * @param devices which of their own devices were told besides; empty where none
     */
    record Alarmed(Step step, Optional<String> person, List<Means> by, Optional<Devices> devices)
            implements HistoryEvent {

        public Alarmed(Step step, Optional<String> person, List<Means> by) {
            this(step, person, by, Optional.empty());
        }

        public Alarmed {
            by = List.copyOf(by);
        }

        /** A step that is about nobody. */
        public static Alarmed of(Step step) {
            return new Alarmed(step, Optional.empty(), List.of());
        }

        /** What could not be told to one of somebody's devices. */
        public static Alarmed deviceNotTold(String person) {
            return new Alarmed(Step.RUNG, Optional.of(person), List.of(), Optional.of(new Devices(1, true)));
        }

        /** Whether it is the news of a device that was not told, and not a ring. */
        public boolean failed() {
            return devices.filter(Devices::failed).isPresent();
        }

        /**
         * Devices of whoever is rung. No means of its own, so that a version that knows none reads the event.
         *
         * @param count from 1
         * @param failed whether they were not told in the end
         */
        public record Devices(int count, boolean failed) {}

        /** What happened. */
        public enum Step {
            RUNG,
            TAKEN,
            /** Everybody was rung as often as may be. */
            UNREACHED,
            /** Nobody is on duty for it. */
            NOBODY,
            /** One of many from the same person: nobody is rung. */
            SLOWED
        }

        /** By what. */
        public enum Means {
            SMS,
            CALL,
            DESK
        }
    }

    private static LegalBasis basis(@Nullable LegalBasis basis, @Nullable String finished) {
        return basis != null ? basis : new LegalBasis.Finished(finished == null ? "" : finished);
    }
}
