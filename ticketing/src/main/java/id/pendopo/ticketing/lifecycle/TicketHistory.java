package id.pendopo.ticketing.lifecycle;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.HistoryEvent;
import id.pendopo.ticketing.TicketCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The event store of tickets, append-only. */
@Component
public class TicketHistory {

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    TicketHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everything that happened, oldest first; empty when there is no such ticket. */
    public List<HistoryEvent.Entry> of(TicketCode code) {
        return jdbc.sql("""
                        select e.version, e.at, e.actor, e.login, e.body
                        from ticket_event e join ticket t on t.id = e.ticket
                        where t.code = :code
                        order by e.version""")
                .param("code", code.digits())
                .query((row, n) -> entry(row))
                .list();
    }

    void append(long ticket, HistoryEvent.Entry entry) {
        jdbc.sql("""
                        insert into ticket_event (ticket, version, at, actor, login, body)
                        values (:ticket, :version, :at, :actor, :login, :body::jsonb)""")
                .param("ticket", ticket)
                .param("version", entry.version())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("actor", entry.actor().kind().name())
                .param("login", entry.actor().login().orElse(null))
                .param("body", json.writerFor(HistoryEvent.class).writeValueAsString(entry.event()))
                .update();
    }

    private HistoryEvent.Entry entry(ResultSet row) throws SQLException {
        Actor actor =
                new Actor(Actor.Kind.valueOf(row.getString("actor")), Optional.ofNullable(row.getString("login")));
        return new HistoryEvent.Entry(
                row.getLong("version"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                actor,
                json.readValue(row.getString("body"), HistoryEvent.class));
    }
}
