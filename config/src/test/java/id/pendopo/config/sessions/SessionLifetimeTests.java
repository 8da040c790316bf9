package id.pendopo.config.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.config.database.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class SessionLifetimeTests {

    private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");

    @Test
    void endsWhatSomebodyBeganMoreThanTwelveHoursAgo(@TempDir Path folder) {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, 0)) {
            DataSource database = new DriverManagerDataSource(postgres.url());
            Flyway.configure()
                    .dataSource(database)
                    .locations("classpath:db/migration/config")
                    .load()
                    .migrate();
            JdbcClient jdbc = JdbcClient.create(database);
            session(jdbc, "yesterday", "ani", Duration.ofHours(13));
            session(jdbc, "this-morning", "ani", Duration.ofHours(11));
            session(jdbc, "a-visitor", null, Duration.ofHours(13));

            new SessionLifetime(jdbc, Clock.fixed(NOW, ZoneOffset.UTC)).end();

            assertThat(jdbc.sql("select trim(session_id) from spring_session order by 1")
                            .query(String.class)
                            .list())
                    .containsExactly("a-visitor", "this-morning");
        }
    }

    /** Used a moment ago, so that nothing but its beginning can end it. */
    private static void session(JdbcClient jdbc, String id, @Nullable String login, Duration age) {
        jdbc.sql("""
                        insert into spring_session (primary_id, session_id, creation_time, last_access_time,
                                                    max_inactive_interval, expiry_time, principal_name)
                        values (:id, :id, :began, :now, 28800, :expires, :login)
                        """)
                .param("id", id)
                .param("began", NOW.minus(age).toEpochMilli())
                .param("now", NOW.toEpochMilli())
                .param("expires", NOW.plusSeconds(28_800).toEpochMilli())
                .param("login", login)
                .update();
    }
}
