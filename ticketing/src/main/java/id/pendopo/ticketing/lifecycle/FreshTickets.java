package id.pendopo.ticketing.lifecycle;

import id.pendopo.ticketing.NewTicket;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.Tickets;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Opens tickets with a retry on a duplicate code: draws a code, and another one while it is taken. */
@Component
class FreshTickets {

    private static final int DRAWS = 5;

    private final Tickets tickets;

    FreshTickets(Tickets tickets) {
        this.tickets = tickets;
    }

    /**
     * Must not be called within a transaction: each draw has its own.
     *
     * @param codes {@link TicketCode#random} or {@link TicketCode#anonymousReceipt}
     */
    Ticket open(Supplier<TicketCode> codes, Function<TicketCode, NewTicket> brought) {
        for (int draw = 1; draw < DRAWS; draw++) {
            try {
                return tickets.open(brought.apply(codes.get()));
            } catch (DuplicateKeyException taken) {
                // one in a billion; another code is tried
            }
        }
        return tickets.open(brought.apply(codes.get()));
    }
}
