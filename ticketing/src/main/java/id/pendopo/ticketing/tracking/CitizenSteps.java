package id.pendopo.ticketing.tracking;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Rating;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.labels.EventDescriptions;
import id.pendopo.ticketing.lifecycle.TicketHistory;
import org.springframework.stereotype.Component;

/** The idempotent actions of the tracking page: what a reporter does there; a form sent twice counts once. */
@Component
class CitizenSteps {

    private final Tickets tickets;
    private final TicketHistory history;

    CitizenSteps(Tickets tickets, TicketHistory history) {
        this.tickets = tickets;
        this.history = history;
    }

    void add(Ticket ticket, String text) {
        if (!justSaid(ticket, text)) {
            tickets.addInformation(ticket.code(), text);
        }
    }

    void deny(Ticket ticket, String reason) {
        if (!justSaid(ticket, reason)) {
            tickets.denySolved(ticket.code(), reason);
        }
    }

    void confirm(Ticket ticket) {
        try {
            tickets.confirmSolved(ticket.code());
        } catch (Tickets.StaleTicket taken) {
            tickets.confirmSolved(ticket.code());
        }
    }

    void rate(Ticket ticket, Rating rating, String reason) {
        tickets.rate(ticket.code(), rating, reason);
    }

    private boolean justSaid(Ticket ticket, String text) {
        TicketHistory.Entry last = history.of(ticket.code()).getLast();
        return last.actor().kind() == Actor.Kind.CITIZEN
                && EventDescriptions.text(last.event()).equals(text);
    }
}
