package id.pendopo.conversation;

import id.pendopo.channels.ChannelAccounts;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * At which doors, beside the one where it was opened, a ticket's citizen has proved that it is theirs. Answers go to where
 * the citizen last spoke of it.
 */
@Component
class Doors {

    private final JdbcClient jdbc;
    private final ConversationRows rows;
    private final ChannelAccounts lines;

    Doors(JdbcClient jdbc, ConversationRows rows, ChannelAccounts lines) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.lines = lines;
    }

    /**
     * A conversation in which the citizen goes on with a ticket.
     *
     * @param opened since when
     */
    record Door(TicketCode code, long conversation, Instant opened) {}

    /** The conversation that the citizen hears answers in; empty when there is none. */
    Optional<Long> current(Ticket ticket) {
        return of(ticket.code()).stream()
                .map(Door::conversation)
                .filter(this::reachable)
                .findFirst()
                .or(ticket::conversation);
    }

    /** A caller whose number takes no text message hears nothing later. */
    private boolean reachable(long conversation) {
        return rows.find(conversation)
                .flatMap(row -> lines.written(row.conversation().address()))
                .isPresent();
    }

    /** Where a ticket went on, the latest first. */
    List<Door> of(TicketCode code) {
        return jdbc.sql("""
                        select code, conversation, opened_at from conversation_door
                        where code = ? order by spoken_at desc, conversation desc""").param(code.digits()).query(Doors::door).list();
    }

    /** Every conversation in which the citizen speaks of a ticket that has moved; of one that never did, none. */
    List<Long> all(Ticket ticket) {
        List<Long> moved = of(ticket.code()).stream().map(Door::conversation).toList();
        return moved.isEmpty()
                ? List.of()
                : Stream.concat(moved.stream(), ticket.conversation().stream())
                        .distinct()
                        .toList();
    }

    /** What goes on in a conversation. */
    List<Door> at(long conversation) {
        return jdbc.sql("select code, conversation, opened_at from conversation_door where conversation = ?")
                .param(conversation)
                .query(Doors::door)
                .list();
    }

    /** Whether a conversation leads to a ticket of another door. */
    boolean lead(TicketCode code, long conversation) {
        return jdbc.sql("select count(*) > 0 from conversation_door where code = ? and conversation = ?")
                .param(code.digits())
                .param(conversation)
                .query(Boolean.class)
                .single();
    }

    /** The ticket goes on in this conversation. */
    void open(TicketCode code, long conversation, Instant now) {
        jdbc.sql("""
                        insert into conversation_door (code, conversation, opened_at, spoken_at)
                        values (:code, :conversation, :now, :now)
                        on conflict (code, conversation) do update set spoken_at = :now""")
                .param("code", code.digits())
                .param("conversation", conversation)
                .param("now", ConversationRows.utc(now))
                .update();
    }

    /** The citizen spoke of the ticket in this conversation; of a ticket that never moved nothing is noted. */
    void spoken(TicketCode code, long conversation, Instant now) {
        jdbc.sql("""
                        insert into conversation_door (code, conversation, opened_at, spoken_at)
                        select :code, :conversation, :now, :now
                        where exists (select from conversation_door where code = :code)
                        on conflict (code, conversation) do update set spoken_at = :now""")
                .param("code", code.digits())
                .param("conversation", conversation)
                .param("now", ConversationRows.utc(now))
                .update();
    }

    private static Door door(ResultSet row, int number) throws SQLException {
        return new Door(
                new TicketCode(row.getString("code")),
                row.getLong("conversation"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant());
    }
}
