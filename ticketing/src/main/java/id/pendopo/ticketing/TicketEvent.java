package id.pendopo.ticketing;

import java.util.List;
import java.util.Optional;

/**
 * A domain event of the desk: what it did that the citizen's side must know. Published synchronously inside the desk's
 * transaction: a listener that fails undoes the desk's step.
 */
public sealed interface TicketEvent {

    Ticket ticket();

    /**
     * An agent wrote to the citizen.
     *
     * @param text empty when files say it all
     * @param agentName empty of a program, which has no name for citizens
     * @param files that go along, by their ids
     */
    record AgentReplied(Ticket ticket, String text, Optional<String> agentName, List<String> files)
            implements TicketEvent {

        public AgentReplied {
            files = List.copyOf(files);
        }

        /** Words alone. */
        public AgentReplied(Ticket ticket, String text, Optional<String> agentName) {
            this(ticket, text, agentName, List.of());
        }

        @Override
        public String toString() {
            return "AgentReplied[" + ticket.code() + "]";
        }
    }

    /** An agent holds the floor from now on; the bot is mute. */
    record FloorTaken(Ticket ticket, String agentName) implements TicketEvent {}

    /** The bot may speak again. */
    record FloorReturned(Ticket ticket) implements TicketEvent {}

    /** A fixed text of ticketing's bundle for the citizen, by key and arguments. */
    record CitizenNotice(Ticket ticket, String key, List<Object> args) implements TicketEvent {

        public CitizenNotice {
            args = List.copyOf(args);
        }
    }

    /** Closed; the citizen is asked whether it is solved. */
    record TicketClosed(Ticket ticket, Outcome outcome, String text) implements TicketEvent {

        @Override
        public String toString() {
            return "TicketClosed[" + ticket.code() + "]";
        }
    }
}
