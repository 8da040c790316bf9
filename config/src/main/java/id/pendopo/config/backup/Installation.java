package id.pendopo.config.backup;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.core.env.Environment;

/**
 * What is backed up and restored: a database, and the data folder of the node that does it.
 *
 * @param url the database's JDBC address
 * @param user empty where the address names them
 * @param password likewise
 */
record Installation(String url, Optional<String> user, Optional<String> password, Path folder) {

    /** As the desk's settings name it; with a user of its own for migrations, that one, since it owns the tables. */
    static Installation of(Environment settings) {
        Path folder = Path.of(settings.getProperty("pendopo.data", "data"))
                .toAbsolutePath()
                .normalize();
        Optional<String> address = named(settings, "spring.flyway.url");
        Optional<String> owner = named(settings, "spring.flyway.user");
        boolean another = address.isPresent() || owner.isPresent();
        return new Installation(
                address.or(() -> named(settings, "spring.datasource.url")).orElseThrow(),
                another ? owner : named(settings, "spring.datasource.username"),
                named(settings, another ? "spring.flyway.password" : "spring.datasource.password"),
                folder);
    }

    private static Optional<String> named(Environment settings, String name) {
        return Optional.ofNullable(settings.getProperty(name)).filter(value -> !value.isBlank());
    }

    /** A connection that may take as long as it needs, but does not queue long for locks, since others queue behind it. */
    Connection connect() throws SQLException {
        Properties login = new Properties();
        user.ifPresent(name -> login.setProperty("user", name));
        password.ifPresent(secret -> login.setProperty("password", secret));
        Connection connection = DriverManager.getConnection(url, login);
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    select set_config(name, value, false)
                      from (values ('statement_timeout', '0'), ('idle_in_transaction_session_timeout', '0'),
                                   ('transaction_timeout', '0'), ('lock_timeout', '4s')) as wanted (name, value)
                     where current_setting(name, true) is not null
                    """);
        }
        return connection;
    }

    /** Migrations of a schema of this database. */
    Flyway migrations(String schema, String location) {
        FluentConfiguration flyway = Flyway.configure()
                .dataSource(url, user.orElse(null), password.orElse(null))
                .initSql("set lock_timeout = '4s'")
                .schemas(schema)
                .defaultSchema(schema)
                .locations(location)
                .outOfOrder(true);
        return flyway.load();
    }

    @Override
    public String toString() {
        return "Installation[" + folder + "]";
    }
}
