package id.pendopo.ticketing;

import java.util.List;
import java.util.Optional;

/**
 * A command to a ticket, as data: what somebody wants done. Commands that overwrite what somebody else may have changed
 * meanwhile name the version that their giver saw; a citizen's never do.
 */
public sealed interface TicketCommand {

    TicketCode code();

    /** What a citizen can ask for. */
    sealed interface OfCitizen extends TicketCommand {}

    /** What an agent, a program or the desk itself can do. */
    sealed interface OfDesk extends TicketCommand {}

    /** Opens a ticket under the code that the caller drew. */
    record Open(NewTicket ticket) implements OfCitizen {

        @Override
        public TicketCode code() {
            return ticket.code();
        }
    }

    /** The citizen says more; a ticket that waited for it, or was closed, is open again. */
    record AddInformation(TicketCode code, String text) implements OfCitizen {

        @Override
        public String toString() {
            return "AddInformation[" + code + "]";
        }
    }

    /**
     * The citizen edited a message that a ticket has which is worked; a closed one stays as it was.
     *
     * @param before what it said
     */
    record EditInformation(TicketCode code, String before, String text) implements OfCitizen {

        @Override
        public String toString() {
            return "EditInformation[" + code + "]";
        }
    }

    /** The citizen wants it taken up again; said of a ticket that is still worked, it is one more piece of information. */
    record Reopen(TicketCode code, String reason) implements OfCitizen {

        @Override
        public String toString() {
            return "Reopen[" + code + "]";
        }
    }

    /**
     * The citizen confirms that it is solved, also before the desk closed it; publishes {@link TicketEvent.FloorReturned}
     * when an agent holds the floor. Saying so twice changes nothing. Stale when an agent takes the floor at this very
     * moment; say it again in a new transaction.
     */
    record ConfirmSolved(TicketCode code) implements OfCitizen {}

    /**
     * The citizen says that it is not solved; the ticket is open again. Said of a ticket that is still worked, it is one
     * more piece of information.
     */
    record DenySolved(TicketCode code, String reason) implements OfCitizen {

        @Override
        public String toString() {
            return "DenySolved[" + code + "]";
        }
    }

    /**
     * The citizen rates how a closed ticket was handled; the last rating counts until it is taken up again. The same once
     * more changes nothing, nor does rating a ticket that is worked.
     *
     * @param reason what should be better; may be empty
     */
    record Rate(TicketCode code, Rating rating, String reason) implements OfCitizen {

        @Override
        public String toString() {
            return "Rate[" + code + ", " + rating + "]";
        }
    }

    /**
     * The citizen goes on with it by another line, as the desk shall see.
     *
     * @param channel the kind of that line
     */
    record Continue(TicketCode code, String channel) implements OfCitizen {}

    /**
     * An agent writes to the citizen; publishes {@link TicketEvent.AgentReplied}.
     *
     * @param text empty when files say it all
     * @param asks the ticket waits until the citizen answers; a closed ticket does not
     * @param files that go along, by the ids of {@link Correspondence#keep}
     */
    record Reply(TicketCode code, long version, String text, boolean asks, List<String> files) implements OfDesk {

        public Reply {
            files = List.copyOf(files);
        }

        /** Words alone. */
        public Reply(TicketCode code, long version, String text, boolean asks) {
            this(code, version, text, asks, List.of());
        }

        /** A reply that asks nothing. */
        public Reply(TicketCode code, long version, String text) {
            this(code, version, text, false);
        }

        @Override
        public String toString() {
            return "Reply[" + code + ", v" + version + "]";
        }
    }

    /** An agent's note, never shown to a citizen. */
    record Note(TicketCode code, String text) implements OfDesk {

        @Override
        public String toString() {
            return "Note[" + code + "]";
        }
    }

    /** Gives the ticket to an agent; empty takes it back to the unit. */
    record Assign(TicketCode code, Optional<String> to) implements OfDesk {}

    /**
     * Gives a ticket that is worked to another category, another unit, or both. A new unit means that unit's deadline from
     * now on, unless it is an emergency; publishes {@link TicketEvent.CitizenNotice} when the unit changes and
     * {@link CategoryCorrected} when the category does and the ticket is not confidential. Nothing happens when it is there already.
     *
     * @param category left out, it stays
     * @param unit left out, it is the one that is responsible for the category named
     * @param reason for colleagues, never shown to a citizen; may be empty
     */
    record Move(TicketCode code, long version, Optional<String> category, Optional<String> unit, String reason)
            implements OfDesk {

        /** To a category and its unit. */
        public Move(TicketCode code, long version, String category) {
            this(code, version, Optional.of(category), Optional.empty(), "");
        }

        @Override
        public String toString() {
            return "Move[" + code + ", v" + version + ", " + category.orElse("") + ", " + unit.orElse("") + "]";
        }
    }

    /**
     * Lets the bot speak with the citizen again; publishes {@link TicketEvent.FloorReturned}. Nothing happens when no
     * agent holds the floor.
     */
    record ReturnFloor(TicketCode code, long version) implements OfDesk {}

    /**
     * The conversation has given the floor back to the bot by itself: for the citizen, who asked for it, or for the desk,
     * whose agent was silent. Tells nobody.
     */
    record NoteFloorReturned(TicketCode code) implements OfCitizen, OfDesk {}

    /** An agent has the numbers shown that name somebody. */
    record SeeNumbers(TicketCode code) implements OfDesk {}

    /**
     * A supervisor opens a confidential case for an hour that they are not trusted with. No such ticket for them when it is
     * outside their scope, is not confidential, or is theirs to read already.
     *
     * @param reason at least 10 characters
     */
    record BreakGlass(TicketCode code, String reason) implements OfDesk {

        public static final int MIN_REASON = 10;
        public static final int MAX_REASON = 500;

        public BreakGlass {
            if (reason.strip().length() < MIN_REASON || reason.length() > MAX_REASON) {
                throw new IllegalArgumentException("a reason has " + MIN_REASON + " to " + MAX_REASON + " characters");
            }
        }

        @Override
        public String toString() {
            return "BreakGlass[" + code + "]";
        }
    }

    /**
     * Notes a step of an emergency's alarm; publishes {@link TicketEvent.CitizenNotice} when somebody took it.
     */
    record NoteAlarm(TicketCode code, HistoryEvent.Alarmed step) implements OfDesk {}

    /**
     * An agent takes care of an emergency: nobody else is rung, and whoever works tickets has the ticket from now on. Once
     * more, or of an emergency that somebody has, it changes nothing.
     */
    record TakeAlarm(TicketCode code) implements OfDesk {}

    /** Closes a ticket that is worked and asks the citizen; publishes {@link TicketEvent.TicketClosed}. */
    record Close(TicketCode code, long version, Outcome outcome, String text) implements OfDesk {

        @Override
        public String toString() {
            return "Close[" + code + ", v" + version + ", " + outcome + "]";
        }
    }
}
