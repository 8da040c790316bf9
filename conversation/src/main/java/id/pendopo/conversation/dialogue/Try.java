package id.pendopo.conversation.dialogue;

import id.pendopo.ticketing.TicketCode;

/**
 * An attempt at authentication: digits or a code that were judged while the facts were gathered, which counts nothing;
 * the turn that acts on them counts them. A closed set.
 */
public sealed interface Try {

    /**
     * What was offered to prove a ticket.
     *
     * @param proof the last four digits of the reporter's number, or a code of six
     * @param judged how much of the ticket it opens
     */
    record OfTicket(TicketCode code, String proof, Facts.Sight judged) implements Try {

        @Override
        public String toString() {
            return "OfTicket[" + code + ", " + judged + "]";
        }
    }

    /**
     * A code that was typed to go on here with what was begun elsewhere.
     *
     * @param judged what it leads to
     */
    record OfTransfer(Passcode typed, Transfer judged) implements Try {}

    /**
     * A number of a ticket that leads to none, of somebody who may still try.
     *
     * @param code what was typed
     */
    record OfNumber(TicketCode code) implements Try {}
}
