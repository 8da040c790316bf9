package id.pendopo.channels.gateway.inbound;

import id.pendopo.channels.InboundMessage;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The counter of time-outs by message, on all nodes together, so that none comes back for ever. */
@Component
class StoppedMessages {

    private final JdbcClient jdbc;
    private final Clock clock;

    StoppedMessages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Counts one more. */
    int count(InboundMessage message) {
        return jdbc.sql("""
                insert into channels_stopped as known (account, external_id, times, at)
                values (:account, :externalId, 1, :now)
                on conflict (account, external_id) do update set times = known.times + 1, at = excluded.at
                returning times
                """)
                .param("account", message.account())
                .param("externalId", message.externalId())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }
}
