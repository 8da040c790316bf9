package id.pendopo.ticketing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ticket service: finds tickets, and changes them by commands. */
public interface Tickets {

    /**
     * Carries out a command: stores the event that follows from it and publishes what others must know. Joins the
     * caller's transaction or opens its own.
     *
     * @return the ticket as it stands afterwards; unchanged when the command asks for what is so already
     * @throws NoSuchTicket nobody has this code, or the ticket is outside this actor's scope
     * @throws StaleTicket somebody changed the ticket after the version that the command names, or at this very moment
     * @throws AlreadyClosed the command is for a ticket that is worked
     * @throws UnknownAgent nobody works tickets under the log-in name that the command names
     * @throws UnknownDestination the command would move the ticket to where there is nothing
     * @throws IllegalArgumentException the category is unknown, or the command is not this actor's to give
     * @throws org.springframework.dao.DuplicateKeyException the code of a new ticket is taken; draw again in a new
     *     transaction
     */
    Ticket handle(TicketCommand command, Actor actor);

    Optional<Ticket> find(TicketCode code);

    /** The conversation's tickets that are not finished, newest first. */
    List<Ticket> active(long conversation);

    /** The conversation's newest ticket, finished or not. */
    Optional<Ticket> latest(long conversation);

    /** Categories that citizens can choose, in order. */
    List<Category> categories();

    /** Working days within which an answer to a new ticket of the category is promised. */
    int promised(Category category);

    /**
     * The access rule of tickets, for pages that show something else about the same citizens: what somebody does not reach
     * is to them as if it did not exist.
     */
    interface Reach {

        /** Those of some tickets that somebody reaches. */
        Set<TicketCode> reached(Collection<TicketCode> codes, String login);

        /** Of some conversations in which tickets were opened, whether somebody reaches one of these tickets. */
        Map<Long, Boolean> openedIn(List<Long> conversations, String login);

        /** Whether no unit is outside somebody's scope: they also see what belongs to no ticket. */
        boolean everyUnit(String login);
    }

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

    /** A ticket cannot be moved there: the category or the unit does not exist, or neither is named. */
    final class UnknownDestination extends IllegalArgumentException {

        public UnknownDestination(String key) {
            super("there is no category or unit \"" + key + "\"");
        }
    }

    /** Nobody has this code, or whoever asks does not reach the ticket. */
    final class NoSuchTicket extends RuntimeException {

        private final transient TicketCode code;

        public NoSuchTicket(TicketCode code) {
            super("there is no ticket " + code);
            this.code = code;
        }

        public TicketCode code() {
            return code;
        }
    }
}
