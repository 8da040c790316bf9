package id.pendopo.channels.gateway.pages;

import id.pendopo.channels.Address;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.gateway.inbound.InboundRow;
import id.pendopo.channels.gateway.inbound.InboundRows;
import id.pendopo.channels.gateway.outbound.OutboxRow;
import id.pendopo.channels.gateway.outbound.OutboxRows;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The message status API. For programs: what became of a message that came in, and a second try for one that did not
 * get out.
 */
@RestController
@RequestMapping(path = "/api/v1", produces = "application/json")
class MessagesApi {

    private final InboundRows inbound;
    private final Outbox outbox;
    private final OutboxRows rows;
    private final VisibleMessages visible;

    MessagesApi(InboundRows inbound, Outbox outbox, OutboxRows rows, VisibleMessages visible) {
        this.inbound = inbound;
        this.outbox = outbox;
        this.rows = rows;
        this.visible = visible;
    }

    /** The inbound row of an event with its turn and what the turn said. */
    @GetMapping("/messages")
    @PreAuthorize("hasAuthority('api:read') and hasAuthority('desk:read')")
    Story story(
            @RequestParam("account") String account,
            @RequestParam("external_id") String externalId,
            @Nullable Principal program) {
        InboundRow row = inbound.find(account, externalId)
                .filter(found -> visible.shows(found, program))
                .orElseThrow(() -> problem(HttpStatus.NOT_FOUND, "No message of this account has this external_id."));
        List<Reply> replies = visible.of(rows.turn(account, row.conversation(), row.turn()), program).stream()
                .map(Reply::of)
                .toList();
        return new Story(Message.of(row), Optional.ofNullable(row.turn()), replies);
    }

    /** Queues a message again that failed, is unknown or waits for its next try. */
    @PostMapping("/outbox/{id}/retry")
    @PreAuthorize("hasAuthority('api:write') and hasAuthority('desk:supervise')")
    Reply retry(@PathVariable("id") long id, @Nullable Principal program) {
        find(id, program);
        boolean again = outbox.retry(id);
        OutboxRow row = find(id, program);
        if (!again) {
            throw problem(HttpStatus.CONFLICT, "The message is " + row.state() + "; there is nothing to try again.");
        }
        return Reply.of(row);
    }

    private OutboxRow find(long id, @Nullable Principal program) {
        return rows.find(id)
                .filter(row -> visible.shows(row, program))
                .orElseThrow(() -> problem(HttpStatus.NOT_FOUND, "No outbound message has this id."));
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }

    /**
     * What became of an event.
     *
     * @param turn the turn that it led to, counted within the address; absent for events that are no message
     */
    record Story(Message inbound, Optional<Long> turn, List<Reply> outbound) {}

    /**
     * An inbound row; programs have no need of the address and get it masked.
     *
     * @param event {@code MESSAGE}, {@code CHANGED}, {@code REPORT} or {@code ADDRESS}
     * @param state {@code DONE}, or {@code DEAD} with a reason
     * @param answer_status what the provider's request was answered with; absent once the retention removed it
     */
    record Message(
            long id,
            String account,
            String external_id,
            String event,
            String kind,
            String state,
            Optional<String> reason,
            Instant received_at,
            Instant at,
            Optional<String> from,
            Optional<Long> conversation,
            Optional<Integer> answer_status) {

        static Message of(InboundRow row) {
            return new Message(
                    row.id(),
                    row.account(),
                    row.externalId(),
                    row.event(),
                    row.kind(),
                    row.state(),
                    Optional.ofNullable(row.reason()),
                    row.receivedAt(),
                    row.at(),
                    Optional.ofNullable(row.address()).map(value -> new Address(row.account(), value).masked()),
                    Optional.ofNullable(row.conversation()),
                    Optional.ofNullable(row.answerStatus()));
        }
    }

    /** An outbound row. */
    record Reply(
            long id,
            long conversation,
            long turn,
            int part,
            String author,
            String state,
            Optional<String> reason,
            Optional<String> provider_id,
            int attempts,
            boolean possible_duplicate,
            Instant created_at,
            Instant changed_at,
            Optional<Instant> due_at) {

        static Reply of(OutboxRow row) {
            return new Reply(
                    row.id(),
                    row.conversation(),
                    row.turn(),
                    row.part(),
                    row.author().name(),
                    row.state().name(),
                    row.reason(),
                    row.providerId(),
                    row.attempts(),
                    row.possibleDuplicate(),
                    row.at(),
                    row.changed(),
                    row.due());
        }
    }
}
