package id.pendopo.ticketing.tracking;

import id.pendopo.ticketing.IdempotencyKey;
import id.pendopo.ticketing.Rating;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.lifecycle.IdempotentRequests;
import org.springframework.stereotype.Component;

/**
 * The idempotent actions of the tracking page: what a reporter does there; a form sent twice counts once. Each is given
 * the key that was drawn when its form was rendered; empty when the form had none.
 */
@Component
class CitizenSteps {

    private final Tickets tickets;
    private final IdempotentRequests requests;

    CitizenSteps(Tickets tickets, IdempotentRequests requests) {
        this.tickets = tickets;
        this.requests = requests;
    }

    void add(Ticket ticket, String text, String key) {
        requests.once(
                ticket.code(),
                IdempotencyKey.ofForm(key, "add", text),
                () -> tickets.addInformation(ticket.code(), text));
    }

    void deny(Ticket ticket, String reason, String key) {
        requests.once(
                ticket.code(),
                IdempotencyKey.ofForm(key, "denied", reason),
                () -> tickets.denySolved(ticket.code(), reason));
    }

    void confirm(Ticket ticket, String key) {
        try {
            confirmed(ticket, key);
        } catch (Tickets.StaleTicket taken) {
            confirmed(ticket, key);
        }
    }

    private void confirmed(Ticket ticket, String key) {
        requests.once(ticket.code(), IdempotencyKey.ofForm(key, "solved"), () -> tickets.confirmSolved(ticket.code()));
    }

    void rate(Ticket ticket, Rating rating, String reason, String key) {
        requests.once(
                ticket.code(),
                IdempotencyKey.ofForm(key, "rating", String.valueOf(rating.score()), reason),
                () -> tickets.rate(ticket.code(), rating, reason));
    }
}
