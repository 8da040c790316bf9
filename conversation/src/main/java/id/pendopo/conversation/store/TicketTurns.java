package id.pendopo.conversation.store;

import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The repository of turns that belong to tickets: in which ones a report was told, and which ones speak of a ticket. */
@Component
public class TicketTurns {

    /** A turn is stored with the time at which it was decided, to the microsecond. */
    private static final Duration ROUNDED = Duration.ofMillis(1);

    /** Of a ticket from before it was noted: what was said shortly before it. */
    private static final Duration BEFORE = Duration.ofHours(1);

    private static final Duration AFTER = Duration.ofSeconds(5);

    private static final Duration EMERGENCY = Duration.ofHours(6);

    private final JdbcClient jdbc;

    TicketTurns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The turns in which a report was told, both ends among them.
     *
     * @param first more than {@code last} when there is none
     */
    public record Span(long first, long last) {

        public boolean has(long turn) {
            return first <= turn && turn <= last;
        }
    }

    /** Within the transaction of the turn that opens the ticket. */
    public void opened(TicketCode code, long conversation, Span told) {
        jdbc.sql("""
                        insert into conversation_ticket_turns (code, conversation, first, last)
                        values (:code, :conversation, :first, :last) on conflict do nothing""")
                .param("code", code.digits())
                .param("conversation", conversation)
                .param("first", told.first())
                .param("last", told.last())
                .update();
    }

    /**
     * Where a ticket was told in the conversation that it came from. Whatever is said in the hours after an emergency
     * belongs to it, since whoever helps must not miss it.
     */
    public Span told(Ticket ticket, long conversation) {
        Span told = noted(ticket, conversation);
        return ticket.urgent() && told.first() <= told.last()
                ? new Span(
                        told.first(),
                        Math.max(
                                told.last(), until(conversation, ticket.opened().plus(EMERGENCY))))
                : told;
    }

    private long until(long conversation, Instant end) {
        return jdbc.sql("select coalesce(max(number), 0) from conversation_turn where conversation = ? and at < ?")
                .param(conversation)
                .param(ConversationStore.utc(end))
                .query(Long.class)
                .single();
    }

    private Span noted(Ticket ticket, long conversation) {
        return jdbc.sql("select first, last from conversation_ticket_turns where code = ? and conversation = ?")
                .param(ticket.code().digits())
                .param(conversation)
                .query((row, _) -> new Span(row.getLong("first"), row.getLong("last")))
                .optional()
                .orElseGet(() -> ticket.conversation().equals(Optional.of(conversation))
                        ? between(conversation, ticket.opened())
                        : new Span(1, 0));
    }

    private Span between(long conversation, Instant opened) {
        return jdbc.sql("""
                        select coalesce(min(number), 1) as first, coalesce(max(number), 0) as last from conversation_turn
                        where conversation = :conversation and at between :from and :until""")
                .param("conversation", conversation)
                .param("from", ConversationStore.utc(opened.minus(BEFORE)))
                .param("until", ConversationStore.utc(opened.plus(AFTER)))
                .query((row, _) -> new Span(row.getLong("first"), row.getLong("last")))
                .single();
    }

    /** The first turn of a conversation that was not before a time. */
    public Optional<Long> since(long conversation, Instant begun) {
        return jdbc.sql("select min(number) as first from conversation_turn where conversation = ? and at >= ?")
                .param(conversation)
                .param(ConversationStore.utc(begun.minus(ROUNDED)))
                .query((row, _) -> Optional.ofNullable(row.getObject("first", Long.class)))
                .single();
    }

    /** The turns of a conversation since one of them, but for those in which a ticket was told or spoken of. */
    public Set<Long> ofNoTicket(long conversation, long first) {
        return Set.copyOf(jdbc.sql("""
                        select number from conversation_turn turn
                        where conversation = :conversation and number >= :first and not exists (
                            select from conversation_ticket_event event
                            where event.conversation = turn.conversation and event.turn = turn.number)
                        and not exists (
                            select from conversation_ticket_turns told
                            where told.conversation = turn.conversation
                              and turn.number between told.first and told.last)""")
                .param("conversation", conversation)
                .param("first", first)
                .query(Long.class)
                .list());
    }

    /** The turns of a conversation that speak of another ticket than this. */
    public Set<Long> ofOthers(long conversation, TicketCode code) {
        return Set.copyOf(jdbc.sql("""
                        select distinct turn from conversation_ticket_event
                        where conversation = :conversation and code <> :code and turn not in (
                            select turn from conversation_ticket_event
                            where conversation = :conversation and code = :code)""")
                .param("conversation", conversation)
                .param("code", code.digits())
                .query(Long.class)
                .list());
    }
}
