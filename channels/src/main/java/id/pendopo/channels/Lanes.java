package id.pendopo.channels;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The conversations that have something to send. Whoever touches one of them holds its row, so order is kept. */
@Component
class Lanes {

    private final JdbcClient jdbc;
    private final Clock clock;

    Lanes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Within the caller's transaction: this conversation has something to send from now on. */
    void open(long conversation) {
        jdbc.sql("""
                insert into channels_lane (conversation, due_at) values (:conversation, :now)
                on conflict (conversation) do update set due_at = least(channels_lane.due_at, excluded.due_at)
                """)
                .param("conversation", conversation)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
