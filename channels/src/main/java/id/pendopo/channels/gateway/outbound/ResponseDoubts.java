package id.pendopo.channels.gateway.outbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts replies in doubt (delivery state {@code UNKNOWN}) whose response may not have reached the provider. */
@Component
public class ResponseDoubts {

    /** When the provider's list is believed to have what it took in a response. */
    private static final Duration LISTED_AFTER = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    ResponseDoubts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A turn whose response may not have reached its caller.
     *
     * @param receivedAt when its message came
     */
    public record Turn(long conversation, long turn, Instant receivedAt) {}

    /**
     * Within the caller's transaction: what these turns said in their response is in doubt from now on.
     *
     * @return the conversation of each reply
     */
    public List<Long> raise(String account, List<Turn> silent) {
        if (silent.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                update channels_outbound o
                   set state = 'UNKNOWN', reason = 'unanswered', doubt_since = silent."receivedAt",
                       first_failed_at = :now, due_at = silent."receivedAt" + :listed::interval, changed_at = :now
                  from jsonb_to_recordset(:silent::jsonb) as silent (
                       conversation bigint, turn bigint, "receivedAt" timestamptz)
                 where o.account = :account and o.conversation = silent.conversation and o.turn = silent.turn
                   and o.state = 'SENT' and o.reason = 'response' and o.provider_id is null
                   and o.blocks is not null
                returning o.conversation
                """)
                .param("silent", MessageJson.rows(silent))
                .param("account", account)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("listed", LISTED_AFTER.toString())
                .query((row, _) -> row.getLong(1))
                .list();
    }
}
