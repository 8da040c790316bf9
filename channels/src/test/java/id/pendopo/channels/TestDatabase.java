package id.pendopo.channels;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** One PostgreSQL for all tests of this JVM; each who asks gets a fresh, empty database in it. */
public final class TestDatabase {

    private static final EmbeddedPostgres SERVER = start();
    private static int databases;

    private TestDatabase() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The JDBC address of an empty database. */
    public static synchronized String fresh() {
        String name = "test" + ++databases;
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return SERVER.getJdbcUrl("postgres", name);
    }
}
