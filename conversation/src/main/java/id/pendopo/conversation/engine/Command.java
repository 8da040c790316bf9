package id.pendopo.conversation.engine;

import id.pendopo.ticketing.NewTicket;
import id.pendopo.ticketing.TicketCode;

/** What a decision wants done, in the same transaction; a closed set. */
public sealed interface Command {

    /** Opens a ticket under a code that the facts brought. */
    record Open(NewTicket ticket) implements Command {}

    /** The citizen says more. */
    record Add(TicketCode code, String text) implements Command {

        @Override
        public String toString() {
            return "Add[" + code + "]";
        }
    }

    /** The citizen wants it taken up again. */
    record Reopen(TicketCode code, String reason) implements Command {

        @Override
        public String toString() {
            return "Reopen[" + code + "]";
        }
    }

    /** The citizen confirms that it is solved. */
    record ConfirmSolved(TicketCode code) implements Command {}

    /** The citizen says that it is not solved. */
    record DenySolved(TicketCode code, String reason) implements Command {

        @Override
        public String toString() {
            return "DenySolved[" + code + "]";
        }
    }

    /** Puts a consent, or its refusal, into the ledger. */
    record Consent(Purpose purpose, boolean given, String wording) implements Command {}

    /** What a citizen may consent to. */
    enum Purpose {
        /** That the desk writes back about a report. */
        CONTACT,
        /** That the desk sends news and warnings. */
        BROADCASTS
    }
}
