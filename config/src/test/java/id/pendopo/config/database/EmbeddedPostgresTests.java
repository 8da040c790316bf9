package id.pendopo.config.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTests {

    @TempDir
    Path data;

    @Test
    void keepsItsDataAndItsDurabilityOverARestart() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, 0)) {
            run(postgres, "create table kept (n int)");
            run(postgres, "insert into kept values (7)");
            assertThat(ask(postgres, "show fsync")).isEqualTo("on");
            assertThat(ask(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(postgres, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, 0)) {
            assertThat(ask(postgres, "select n from kept")).isEqualTo("7");
        }
    }

    @Test
    void refusesASecondDeskOnTheSameData() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, 0)) {
            assertThat(EmbeddedPostgres.running(data)).contains(postgres.url());
            assertThatThrownBy(() -> EmbeddedPostgres.start(data, 0)).hasMessageContaining("PENDOPO_DATA");
        }
        assertThat(EmbeddedPostgres.running(data)).isEmpty();
    }

    @Test
    void startsTheServerAgainWhenItIsKilled() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, 0)) {
            run(postgres, "create table kept (n int)");
            ProcessHandle.of(pid()).orElseThrow().destroyForcibly();
            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(ask(postgres, "select count(*) from kept"))
                            .isEqualTo("0"));
        }
    }

    private long pid() throws Exception {
        return Long.parseLong(Files.readAllLines(data.resolve("pgdata-18/postmaster.pid"))
                .getFirst()
                .strip());
    }

    private static void run(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.url());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
