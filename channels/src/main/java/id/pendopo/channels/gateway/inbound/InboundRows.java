package id.pendopo.channels.gateway.inbound;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Queries over inbound rows, for those who look for single events. */
@Component
public class InboundRows {

    private final JdbcClient jdbc;

    InboundRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For programs, and for a person who looks for one message. */
    public Optional<InboundRow> find(String account, String externalId) {
        return jdbc.sql("""
                select * from channels_inbound where account = :account and external_id = :externalId
                """)
                .param("account", account)
                .param("externalId", externalId)
                .query((row, _) -> InboundRow.of(row))
                .optional();
    }

    /** Which of these events came before. */
    Set<String> known(String account, List<String> externalIds) {
        return jdbc.sql(
                        "select external_id from channels_inbound where account = :account and external_id = any (:ids)")
                .param("account", account)
                // A text of PostgreSQL has no NUL: such an id cannot have come before.
                .param(
                        "ids",
                        externalIds.stream().filter(id -> id.indexOf(0) < 0).toArray(String[]::new))
                .query((row, _) -> row.getString("external_id"))
                .set();
    }

    /** When each account last brought a message, as far as one did since then. */
    public Map<String, Instant> lastReceived(Instant since) {
        Map<String, Instant> last = new HashMap<>();
        jdbc.sql("""
                select account, max(received_at) as last from channels_inbound
                 where received_at > :since and event = 'MESSAGE' group by account
                """).param("since", since.atOffset(ZoneOffset.UTC)).query(row -> {
            last.put(
                    row.getString("account"),
                    row.getObject("last", OffsetDateTime.class).toInstant());
        });
        return last;
    }
}
