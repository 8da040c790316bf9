package id.pendopo.ticketing;

import java.util.List;
import java.util.Optional;

/**
 * All tickets. Every method that changes one joins the caller's transaction or opens its own; citizens' methods do not
 * name a version (they never overwrite), agents' methods do.
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

    /** The citizen says more; a ticket that waited for it is open again. */
    Ticket addInformation(TicketCode code, String text);

    /** The citizen wants it taken up again. */
    Ticket reopen(TicketCode code, String reason);

    /** The citizen confirms that it is solved. */
    Ticket confirmSolved(TicketCode code);

    /** The citizen says that it is not solved; the ticket is open again. */
    Ticket denySolved(TicketCode code, String reason);

    /**
     * An agent writes to the citizen; publishes {@link TicketEvent.AgentReplied}.
     *
     * @param agent the agent's log-in name
     * @throws StaleTicket somebody changed the ticket meanwhile
     */
    Ticket reply(TicketCode code, long version, String text, String agent);

    /** An agent's note, never shown to a citizen. */
    Ticket note(TicketCode code, String text, String agent);

    /** Gives the ticket to an agent; empty takes it back to the unit. */
    Ticket assign(TicketCode code, Optional<String> to, String agent);

    /**
     * Closes the ticket and asks the citizen; publishes {@link TicketEvent.TicketClosed}.
     *
     * @throws StaleTicket somebody changed the ticket meanwhile
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
}
