package id.pendopo.ticketing.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.IdempotencyKey;
import id.pendopo.ticketing.Outcome;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.TicketStatus;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.lifecycle.ConfidentialTickets;
import id.pendopo.ticketing.lifecycle.IdempotentRequests;
import id.pendopo.ticketing.lifecycle.TicketQueries;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The REST API of tickets, within the program's scope. Every change answers with the ticket as it stands afterwards,
 * history included; without what was said when it has left the scope. A change under
 * an {@code Idempotency-Key} that was taken before is not taken again.
 */
@RestController
@RequestMapping("/api/v1/tickets")
class TicketsApi {

    private static final int PAGE = 50;
    private static final int MAX_TEXT = 4000;
    private static final String KEY = "Idempotency-Key";

    private final TicketQueries queries;
    private final ApiTickets json;
    private final IdempotentRequests requests;
    private final ConfidentialTickets confidential;

    TicketsApi(TicketQueries queries, ApiTickets json, IdempotentRequests requests, ConfidentialTickets confidential) {
        this.queries = queries;
        this.json = json;
        this.requests = requests;
        this.confidential = confidential;
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
     * To another category, another unit, or both.
     *
     * @param unit left out: the one that is responsible for the category
     * @param reason for colleagues
     * @param version the ticket's version that the mover saw
     */
    record Move(
            Optional<String> category,
            Optional<String> unit,
            @NotBlank @Size(max = MAX_TEXT) String reason,
            @NotNull Long version) {

        @Override
        public String toString() {
            return "Move[" + category.orElse("") + ", " + unit.orElse("") + "]";
        }
    }

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
    Page list(@RequestParam Optional<TicketStatus> status, @RequestParam Optional<Long> after, Principal program) {
        TicketQueries.Page found = queries.page(status, after, PAGE, queries.viewer(program.getName()));
        return new Page(
                found.tickets().stream().map(json::brief).toList(), found.next().map(String::valueOf));
    }

    @GetMapping("/{code}")
    @PreAuthorize("hasAuthority('api:read') and hasAuthority('desk:read')")
    ApiTicket get(@PathVariable String code, Principal program) {
        Ticket ticket = find(code(code), program);
        confidential.look(ticket.code(), program.getName());
        return json.whole(ticket);
    }

    @PostMapping("/{code}/replies")
    @PreAuthorize("hasAuthority('api:write') and hasAuthority('desk:reply')")
    ApiTicket reply(
            @PathVariable String code,
            @RequestHeader(KEY) Optional<String> key,
            @Valid @RequestBody Reply reply,
            Principal program) {
        boolean asks = reply.asks().orElse(false);
        return handle(
                key(key, program, "reply", reply.text(), reply.version() + "/" + asks),
                new TicketCommand.Reply(code(code), reply.version(), reply.text(), asks),
                program);
    }

    @PostMapping("/{code}/notes")
    @PreAuthorize("hasAuthority('api:write') and hasAuthority('desk:reply')")
    ApiTicket note(
            @PathVariable String code,
            @RequestHeader(KEY) Optional<String> key,
            @Valid @RequestBody Note note,
            Principal program) {
        return handle(key(key, program, "note", note.text()), new TicketCommand.Note(code(code), note.text()), program);
    }

    @PostMapping("/{code}/assign")
    @PreAuthorize("hasAuthority('api:write') and hasAuthority('desk:assign')")
    ApiTicket assign(
            @PathVariable String code,
            @RequestHeader(KEY) Optional<String> key,
            @RequestBody Assignment assignment,
            Principal program) {
        return handle(
                key(key, program, "assign", assignment.to().orElse("")),
                new TicketCommand.Assign(code(code), assignment.to()),
                program);
    }

    @PostMapping("/{code}/move")
    @PreAuthorize("hasAuthority('api:write') and hasAuthority('desk:assign')")
    ApiTicket move(
            @PathVariable String code,
            @RequestHeader(KEY) Optional<String> key,
            @Valid @RequestBody Move move,
            Principal program) {
        String to = move.category().orElse("") + "/" + move.unit().orElse("");
        return handle(
                key(key, program, "move", to, move.reason(), String.valueOf(move.version())),
                new TicketCommand.Move(code(code), move.version(), move.category(), move.unit(), move.reason()),
                program);
    }

    @PostMapping("/{code}/close")
    @PreAuthorize("hasAuthority('api:write') and hasAuthority('desk:close')")
    ApiTicket close(
            @PathVariable String code,
            @RequestHeader(KEY) Optional<String> key,
            @Valid @RequestBody Closing closing,
            Principal program) {
        TicketCode ticket = code(code);
        String seen = closing.version().map(String::valueOf).orElse("");
        long version = closing.version().orElseGet(() -> find(ticket, program).version());
        return handle(
                key(key, program, "close", closing.outcome().name(), closing.text(), seen),
                new TicketCommand.Close(ticket, version, closing.outcome(), closing.text()),
                program);
    }

    private static Optional<IdempotencyKey> key(Optional<String> header, Principal program, String... content) {
        return IdempotencyKey.ofCall(header, program.getName(), content);
    }

    private ApiTicket handle(Optional<IdempotencyKey> key, TicketCommand command, Principal program) {
        Ticket after = requests.handle(key, command, Actor.agent(program.getName()));
        return queries.reaches(after.code(), queries.viewer(program.getName())) ? json.whole(after) : json.gone(after);
    }

    private static TicketCode code(String typed) {
        return TicketCode.parse(typed).orElseThrow(() -> new MistypedCode());
    }

    private Ticket find(TicketCode code, Principal program) {
        return queries.find(code, queries.viewer(program.getName())).orElseThrow(() -> new Tickets.NoSuchTicket(code));
    }

    /** What stands in the address is no ticket code: a digit is wrong or missing. */
    static final class MistypedCode extends RuntimeException {}
}
