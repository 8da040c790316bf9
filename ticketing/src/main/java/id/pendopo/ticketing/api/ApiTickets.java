package id.pendopo.ticketing.api;

import id.pendopo.ticketing.HistoryEvent;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.labels.EventDescriptions;
import id.pendopo.ticketing.lifecycle.TicketHistory;
import id.pendopo.ticketing.masking.MaskedTexts;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes the JSON of tickets; what is in words is in the ticket's own language. */
@Component
class ApiTickets {

    private final TicketHistory history;
    private final EventDescriptions words;
    private final MaskedTexts masked;

    ApiTickets(TicketHistory history, EventDescriptions words, MaskedTexts masked) {
        this.masked = masked;
        this.history = history;
        this.words = words;
    }

    /** As a line of a list. */
    ApiTicket brief(Ticket ticket) {
        return of(ticket, List.of());
    }

    /** With its history. */
    ApiTicket whole(Ticket ticket) {
        return of(ticket, history.of(ticket.code()));
    }

    /** That it went, and where to. */
    ApiTicket gone(Ticket ticket) {
        return brief(ticket).withoutWords();
    }

    private ApiTicket of(Ticket ticket, List<HistoryEvent.Entry> entries) {
        return ApiTicket.of(ticket, words.basis(ticket.legalBasis(), ticket.language()), entries)
                .worded(masked::of);
    }
}
