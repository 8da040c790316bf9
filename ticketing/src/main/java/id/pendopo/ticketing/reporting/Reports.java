package id.pendopo.ticketing.reporting;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.IdempotencyKey;
import id.pendopo.ticketing.NewTicket;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.Visibility;
import id.pendopo.ticketing.lifecycle.IdempotentRequests;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The idempotent submission of the report form: makes a ticket of a finished report, once. */
@Component
class Reports {

    private final Tickets tickets;
    private final IdempotentRequests requests;

    Reports(Tickets tickets, IdempotentRequests requests) {
        this.tickets = tickets;
        this.requests = requests;
    }

    /**
     * Stores the report under the code that it brought, and leaves it alone when the same report is there already.
     *
     * @throws DuplicateKeyException the code belongs to another ticket, one in a billion; draw another
     */
    TicketCode send(ReportDraft draft, Locale language) {
        TicketCode code = draft.code();
        requests.handle(
                IdempotencyKey.ofForm(draft.key(), "report"),
                new TicketCommand.Open(ticket(draft, code, language)),
                Actor.CITIZEN);
        return code;
    }

    /** Whether what was chosen can still be chosen: a category may be switched off while a report is written. */
    boolean offers(ReportDraft draft) {
        return tickets.categories().stream().anyMatch(one -> one.key().equals(draft.category()));
    }

    Optional<Ticket> sent(ReportDraft draft) {
        return tickets.find(draft.code());
    }

    private NewTicket ticket(ReportDraft draft, TicketCode code, Locale language) {
        Category category = tickets.categories().stream()
                .filter(one -> one.key().equals(draft.category()))
                .findFirst()
                .orElseThrow();
        return new NewTicket(
                code,
                category.type(),
                category.key(),
                draft.text(),
                given(draft.place()),
                draft.anonymous() ? Optional.empty() : given(draft.name()),
                Visibility.valueOf(draft.who()),
                false,
                Optional.empty(),
                "report",
                draft.anonymous() ? Optional.empty() : given(draft.digits()),
                language,
                Optional.empty());
    }

    private static Optional<String> given(String answer) {
        return Optional.of(answer).filter(typed -> !typed.isEmpty());
    }
}
