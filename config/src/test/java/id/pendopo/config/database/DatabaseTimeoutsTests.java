package id.pendopo.config.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;

/** What ends a statement, a wait and a transaction of a desk, whatever became of the desk. */
class DatabaseTimeoutsTests {

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start(@TempDir Path data) {
        postgres = EmbeddedPostgres.start(data, 0);
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void everyConnectionOfADeskHasThem() throws SQLException {
        try (Connection connection = desk(settings());
                Statement statement = connection.createStatement()) {
            assertThat(ask(statement, "show statement_timeout")).isEqualTo("5s");
            assertThat(ask(statement, "show lock_timeout")).isEqualTo("4s");
            assertThat(ask(statement, "show idle_in_transaction_session_timeout"))
                    .isEqualTo("10s");
            assertThat(ask(statement, "show transaction_timeout")).isEqualTo("70s");
            assertThat(ask(statement, "show client_connection_check_interval")).isEqualTo("2s");
            assertThat(ask(statement, "show tcp_keepalives_idle")).isEqualTo("10");
            assertThat(ask(statement, "show tcp_keepalives_interval")).isEqualTo("5");
            assertThat(ask(statement, "show tcp_keepalives_count")).isEqualTo("3");
            assertThat(ask(statement, "show tcp_user_timeout")).isEqualTo("20000");
        }
    }

    @Test
    void anOlderServerIsNotAskedForWhatItDoesNotKnow() throws SQLException {
        String older = settings().replace("transaction_timeout', '70s'", "not_yet_invented_timeout', '70s'");
        try (Connection connection = desk(older);
                Statement statement = connection.createStatement()) {
            assertThat(ask(statement, "show lock_timeout")).isEqualTo("4s");
            assertThat(ask(statement, "show transaction_timeout")).isEqualTo("0");
        }
    }

    @Test
    void theRowsOfADeskThatSaysNothingMoreAreFreeAgain() throws SQLException {
        try (Connection frozen = desk(settings());
                Connection other = DriverManager.getConnection(postgres.url());
                Statement holds = frozen.createStatement();
                Statement waits = other.createStatement()) {
            waits.execute("create table lane (conversation int primary key)");
            waits.execute("insert into lane values (7)");
            frozen.setAutoCommit(false);
            holds.execute("select 1 from lane where conversation = 7 for update");

            waits.execute("set lock_timeout = '30s'");
            assertThat(ask(waits, "select conversation from lane where conversation = 7 for update"))
                    .isEqualTo("7");
        }
    }

    @Test
    void migrationsHaveAllTheTimeTheyNeed() throws SQLException {
        FluentConfiguration flyway = Flyway.configure();
        new MigrationConnections()
                .migrationsAreNotCut(details(), new MockEnvironment())
                .customize(flyway);

        try (Connection connection =
                        Objects.requireNonNull(flyway.getDataSource()).getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(ask(statement, "show statement_timeout")).isEqualTo("0");
            assertThat(ask(statement, "show transaction_timeout")).isEqualTo("0");
            assertThat(connection.getNetworkTimeout()).isZero();
        }
        assertThat(flyway.getInitSql()).contains("lock_timeout");
    }

    private static String settings() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yml"));
        return Objects.requireNonNull(yaml.getObject()).getProperty("spring.datasource.hikari.connection-init-sql");
    }

    private static Connection desk(String settings) throws SQLException {
        Connection connection = DriverManager.getConnection(postgres.url());
        try (Statement statement = connection.createStatement()) {
            statement.execute(settings);
        }
        return connection;
    }

    private static String ask(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static JdbcConnectionDetails details() {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "pendopo";
            }

            @Override
            public String getPassword() {
                return postgres.url().replaceAll(".*password=", "");
            }

            @Override
            public String getJdbcUrl() {
                return postgres.url();
            }
        };
    }
}
