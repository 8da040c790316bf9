package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pendopo.config.database.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadinessTests {

    private static final int MESSAGES_OF_THE_STORY = 14;

    @TempDir
    Path data;

    @Test
    void theStoryWaitsForRowsThatSomebodyHoldsAndTheDeskDoesNot() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data.resolve("database"), 0);
                Connection other = DriverManager.getConnection(postgres.url());
                Statement holds = other.createStatement()) {
            Map<String, String> environment = Map.of("SPRING_DATASOURCE_URL", postgres.url());
            migrate(environment);
            other.setAutoCommit(false);
            holds.execute("lock table channels_inbound in share row exclusive mode");

            try (DeskProcess desk = DeskProcess.demo(data.resolve("desk"), environment)) {
                assertThat(told(holds)).isZero();
                assertThat(desk.printed("apikey", "admin")).isPresent();

                other.rollback();

                await().atMost(Duration.ofMinutes(2)).until(() -> told(holds) == MESSAGES_OF_THE_STORY);
                await().until(() -> desk.log().contains("citizens have written"));
                other.setAutoCommit(true);
                aLogInSaysThatNothingCanBeWritten(desk, holds);
            }
        }
    }

    /** What PostgreSQL says when its disk is full. */
    private static void aLogInSaysThatNothingCanBeWritten(DeskProcess desk, Statement database) throws Exception {
        HttpClient agent = LoggedIn.browser();
        String password = desk.printed("login", "agent").orElseThrow();
        String form = LoggedIn.signed(desk, agent, "/login", "username=agent&password=" + password);
        database.execute("""
                create function disk_full() returns trigger language plpgsql as
                $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
                create trigger disk_full before insert or update on spring_session
                   for each row execute function disk_full()
                """);

        HttpResponse<String> answer = agent.send(
                HttpRequest.newBuilder(desk.uri("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("<main").doesNotContain("No space left");
        database.execute("drop trigger disk_full on spring_session");
        assertThat(LoggedIn.tries(desk, LoggedIn.browser(), "agent", password)).endsWith("/desk");
    }

    /** By a command that begins no story. */
    private void migrate(Map<String, String> environment) throws IOException, InterruptedException {
        Process command =
                DeskProcess.launch(data.resolve("command"), environment, DeskProcess.java(List.of("admin", "dewi")));
        assertThat(command.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(command.exitValue()).isZero();
    }

    private static int told(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "select count(*) from channels_inbound where external_id like 'demo-%' and state = 'DONE'")) {
            row.next();
            return row.getInt(1);
        }
    }
}
