package id.pendopo.ticketing.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.pendopo.ticketing.Outcome;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketStatus;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.lifecycle.TicketHistory;
import id.pendopo.ticketing.lifecycle.TicketStore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The REST API of tickets. Every change answers with the ticket as it stands afterwards, history included. */
@RestController
@RequestMapping("/api/v1/tickets")
class TicketsApi {

    private static final int PAGE = 50;
    private static final int MAX_TEXT = 4000;

    private final Tickets tickets;
    private final TicketStore store;
    private final TicketHistory history;

    TicketsApi(Tickets tickets, TicketStore store, TicketHistory history) {
        this.tickets = tickets;
        this.store = store;
        this.history = history;
    }

    /**
     * A page of tickets, newest first.
     *
     * @param next give it as {@code after} to read on; left out on the last page
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Page(List<ApiTicket> tickets, Optional<String> next) {}

    /**
     * What is written to the citizen.
     *
     * @param version the ticket's version that the writer saw
     * @param asks the citizen has to answer before work goes on; false when left out
     */
    record Reply(
            @NotBlank @Size(max = MAX_TEXT) String text,
            @NotNull Long version,
            Optional<Boolean> asks) {

        @Override
        public String toString() {
            return "Reply[" + version + "]";
        }
    }

    record Note(@NotBlank @Size(max = MAX_TEXT) String text) {

        @Override
        public String toString() {
            return "Note[]";
        }
    }

    /** To an agent's log-in name; left out: back to the unit. */
    record Assignment(Optional<String> to) {}

    /**
     * The end of the work.
     *
     * @param version the ticket's version that the closer saw; left out: whatever it is now
     */
    record Closing(
            @NotNull Outcome outcome,
            @NotBlank @Size(max = MAX_TEXT) String text,
            Optional<Long> version) {

        @Override
        public String toString() {
            return "Closing[" + outcome + "]";
        }
    }

    @GetMapping
    @PreAuthorize("hasAuthority('api:read') and hasAuthority('desk:read')")
    Page list(@RequestParam Optional<TicketStatus> status, @RequestParam Optional<String> after) {
        List<ApiTicket> found = store.page(status, after.map(TicketsApi::code), PAGE + 1).stream()
                .map(row -> ApiTicket.of(row.ticket(), List.of()))
                .toList();
        return found.size() <= PAGE
                ? new Page(found, Optional.empty())
                : new Page(
                        found.subList(0, PAGE), Optional.of(found.get(PAGE - 1).code()));
    }

    @GetMapping("/{code}")
    @PreAuthorize("hasAuthority('api:read') and hasAuthority('desk:read')")
    ApiTicket get(@PathVariable String code) {
        return whole(find(code(code)));
    }

    @PostMapping("/{code}/replies")
    @PreAuthorize("hasAuthority('api:write') and hasAuthority('desk:reply')")
    ApiTicket reply(@PathVariable String code, @Valid @RequestBody Reply reply, Principal program) {
        String name = program.getName();
        return whole(
                reply.asks().orElse(false)
                        ? tickets.ask(code(code), reply.version(), reply.text(), name)
                        : tickets.reply(code(code), reply.version(), reply.text(), name));
    }

    @PostMapping("/{code}/notes")
    @PreAuthorize("hasAuthority('api:write') and hasAuthority('desk:reply')")
    ApiTicket note(@PathVariable String code, @Valid @RequestBody Note note, Principal program) {
        return whole(tickets.note(code(code), note.text(), program.getName()));
    }

    @PostMapping("/{code}/assign")
    @PreAuthorize("hasAuthority('api:write') and hasAuthority('desk:assign')")
    ApiTicket assign(@PathVariable String code, @RequestBody Assignment assignment, Principal program) {
        return whole(tickets.assign(code(code), assignment.to(), program.getName()));
    }

    @PostMapping("/{code}/close")
    @PreAuthorize("hasAuthority('api:write') and hasAuthority('desk:close')")
    ApiTicket close(@PathVariable String code, @Valid @RequestBody Closing closing, Principal program) {
        TicketCode ticket = code(code);
        long version = closing.version().orElseGet(() -> find(ticket).version());
        return whole(tickets.close(ticket, version, closing.outcome(), closing.text(), program.getName()));
    }

    private static TicketCode code(String typed) {
        return TicketCode.parse(typed).orElseThrow(() -> new MistypedCode());
    }

    private Ticket find(TicketCode code) {
        return tickets.find(code).orElseThrow(() -> new Tickets.NoSuchTicket(code));
    }

    private ApiTicket whole(Ticket ticket) {
        return ApiTicket.of(ticket, history.of(ticket.code()));
    }

    /** What stands in the address is no ticket code: a digit is wrong or missing. */
    static final class MistypedCode extends RuntimeException {}
}
