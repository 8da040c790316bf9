package id.pendopo.config.security;

import static org.assertj.core.api.Assertions.assertThatNoException;

import id.pendopo.config.database.EmbeddedPostgres;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The roles of people and programs as the database keeps them. */
class StoredRolesTests {

    @Test
    void takesARoleThatNoMigrationNames(@TempDir Path folder) {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, 0)) {
            DataSource database = new DriverManagerDataSource(postgres.url());
            Flyway.configure()
                    .dataSource(database)
                    .locations("classpath:db/migration/config")
                    .load()
                    .migrate();
            JdbcClient jdbc = JdbcClient.create(database);

            assertThatNoException().isThrownBy(() -> {
                jdbc.sql("insert into app_user (login, name, password, role) values ('eka', 'Eka', '-', 'observer')")
                        .update();
                jdbc.sql("insert into api_key (label, role, hash) values ('figures', 'observer', '-')")
                        .update();
            });
        }
    }
}
