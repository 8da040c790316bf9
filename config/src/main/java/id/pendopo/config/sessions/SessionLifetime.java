package id.pendopo.config.sessions;

import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The absolute session timeout: whoever logged in does so again after twelve hours, however busy they were. */
@Component
class SessionLifetime {

    static final Duration LONGEST = Duration.ofHours(12);

    private final JdbcClient jdbc;
    private final Clock clock;

    SessionLifetime(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Ends the sessions of people that began too long ago; visitors' end by themselves when nobody clicks. */
    void end() {
        jdbc.sql("delete from spring_session where principal_name is not null and creation_time < :before")
                .param("before", clock.instant().minus(LONGEST).toEpochMilli())
                .update();
    }
}
