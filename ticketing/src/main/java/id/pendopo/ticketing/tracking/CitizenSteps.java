package id.pendopo.ticketing.tracking;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.IdempotencyKey;
import id.pendopo.ticketing.Rating;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.lifecycle.IdempotentRequests;
import org.springframework.stereotype.Component;

/**
 * The idempotent actions of the tracking page: what a reporter does there; a form sent twice counts once. Each is given
 * the key that was drawn when its form was rendered; empty when the form had none.
 */
@Component
class CitizenSteps {

    private final IdempotentRequests requests;

    CitizenSteps(IdempotentRequests requests) {
        this.requests = requests;
    }

    void add(Ticket ticket, String text, String key) {
        handle(new TicketCommand.AddInformation(ticket.code(), text), key, "add", text);
    }

    void deny(Ticket ticket, String reason, String key) {
        handle(new TicketCommand.DenySolved(ticket.code(), reason), key, "denied", reason);
    }

    void confirm(Ticket ticket, String key) {
        TicketCommand confirm = new TicketCommand.ConfirmSolved(ticket.code());
        try {
            handle(confirm, key, "solved");
        } catch (Tickets.StaleTicket taken) {
            handle(confirm, key, "solved");
        }
    }

    void rate(Ticket ticket, Rating rating, String reason, String key) {
        handle(
                new TicketCommand.Rate(ticket.code(), rating, reason),
                key,
                "rating",
                String.valueOf(rating.score()),
                reason);
    }

    private void handle(TicketCommand command, String key, String... content) {
        requests.handle(IdempotencyKey.ofForm(key, content), command, Actor.CITIZEN);
    }
}
