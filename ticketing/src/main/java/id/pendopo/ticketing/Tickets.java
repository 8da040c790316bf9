package id.pendopo.ticketing;

import java.util.List;
import java.util.Optional;

/**
 * The ticket service: opens, finds and changes tickets. Every method that changes one joins the caller's transaction or
 * opens its own; citizens' methods do not name a version (they never overwrite), agents' methods do.
 */
public interface Tickets {

    /**
     * Opens a ticket under the code that the caller drew.
     *
     * @throws org.springframework.dao.DuplicateKeyException the code is taken; draw again in a new transaction
     * @throws IllegalArgumentException the category is unknown
     */
    Ticket open(NewTicket ticket);

    Optional<Ticket> find(TicketCode code);

    /** The conversation's tickets that are not finished, newest first. */
    List<Ticket> active(long conversation);

    /** The conversation's newest ticket, finished or not. */
    Optional<Ticket> latest(long conversation);

    /**
     * The citizen says more; a ticket that waited for it, or was closed, is open again.
     *
     * @throws NoSuchTicket nobody has this code (so for every method that changes a ticket)
     */
    Ticket addInformation(TicketCode code, String text);

    /** The citizen wants it taken up again; said of a ticket that is still worked, it is one more piece of information. */
    Ticket reopen(TicketCode code, String reason);

    /**
     * The citizen confirms that it is solved, also before the desk closed it; publishes {@link TicketEvent.FloorReturned}
     * when an agent holds the floor. Saying so twice changes nothing.
     *
     * @throws StaleTicket an agent took the floor at this very moment; say it again in a new transaction
     */
    Ticket confirmSolved(TicketCode code);

    /**
     * The citizen says that it is not solved; the ticket is open again. Said of a ticket that is still worked, it is one
     * more piece of information.
     */
    Ticket denySolved(TicketCode code, String reason);

    /**
     * The citizen rates how a closed ticket was handled; the last rating counts until it is taken up again. The same once
     * more changes nothing, nor does rating a ticket that is worked.
     *
     * @param reason what should be better; may be empty
     */
    Ticket rate(TicketCode code, Rating rating, String reason);

    /**
     * The citizen goes on with it by another line, as the desk shall see.
     *
     * @param channel the kind of that line
     */
    Ticket continued(TicketCode code, String channel);

    /**
     * An agent writes to the citizen; publishes {@link TicketEvent.AgentReplied}.
     *
     * @param agent the agent's log-in name
     * @throws StaleTicket somebody changed the ticket meanwhile
     */
    Ticket reply(TicketCode code, long version, String text, String agent);

    /**
     * An agent asks the citizen something: like {@link #reply}, and the ticket waits until the citizen answers.
     *
     * @throws StaleTicket somebody changed the ticket meanwhile
     * @throws AlreadyClosed a closed ticket does not wait
     */
    Ticket ask(TicketCode code, long version, String text, String agent);

    /** An agent's note, never shown to a citizen. */
    Ticket note(TicketCode code, String text, String agent);

    /**
     * Gives the ticket to an agent; empty takes it back to the unit.
     *
     * @throws UnknownAgent nobody has this log-in name
     */
    Ticket assign(TicketCode code, Optional<String> to, String agent);

    /**
     * Gives the ticket to another category and its unit, with that unit's deadline; publishes
     * {@link TicketEvent.CitizenNotice} when the unit changes and {@link CategoryCorrected} when the category does.
     *
     * @throws StaleTicket somebody changed the ticket meanwhile
     * @throws AlreadyClosed it is not worked any more
     * @throws IllegalArgumentException the category is unknown
     */
    Ticket move(TicketCode code, long version, String category, String agent);

    /**
     * Lets the bot speak with the citizen again; publishes {@link TicketEvent.FloorReturned}. Nothing happens when no
     * agent holds the floor.
     *
     * @throws StaleTicket somebody changed the ticket meanwhile
     */
    Ticket returnFloor(TicketCode code, long version, String agent);

    /**
     * Closes the ticket and asks the citizen; publishes {@link TicketEvent.TicketClosed}.
     *
     * @throws StaleTicket somebody changed the ticket meanwhile
     * @throws AlreadyClosed it was closed before
     */
    Ticket close(TicketCode code, long version, Outcome outcome, String text, String agent);

    /** Categories that citizens can choose, in order. */
    List<Category> categories();

    /** Somebody changed the ticket after the version that the caller saw; read it again. */
    final class StaleTicket extends RuntimeException {

        private final transient Ticket current;

        public StaleTicket(Ticket current) {
            super("ticket " + current.code() + " is at version " + current.version());
            this.current = current;
        }

        public Ticket current() {
            return current;
        }
    }

    /** The ticket is closed; only the citizen can have it taken up again. */
    final class AlreadyClosed extends RuntimeException {

        public AlreadyClosed(TicketCode code) {
            super("ticket " + code + " is closed");
        }
    }

    /** Nobody works tickets under this log-in name. */
    final class UnknownAgent extends IllegalArgumentException {

        public UnknownAgent(String login) {
            super("there is no agent \"" + login + "\"");
        }
    }

    /** Nobody has this code. */
    final class NoSuchTicket extends RuntimeException {

        public NoSuchTicket(TicketCode code) {
            super("there is no ticket " + code);
        }
    }
}
