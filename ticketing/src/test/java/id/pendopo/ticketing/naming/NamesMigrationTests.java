package id.pendopo.ticketing.naming;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.ticketing.TicketingTest;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TicketingTest
class NamesMigrationTests {

    private final EmbeddedPostgres postgres;
    private final JdbcClient jdbc;

    @Autowired
    NamesMigrationTests(EmbeddedPostgres postgres, JdbcClient jdbc) {
        this.postgres = postgres;
        this.jdbc = jdbc;
    }

    @Test
    void anOlderDesksUnitsCategoriesAndHolidaysKeepTheirNames() {
        jdbc.sql("create database older").update();
        try {
            DataSource older = postgres.getDatabase("postgres", "older");
            migrate(older, "20261130.0310");
            JdbcClient desk = JdbcClient.create(older);
            fill(desk);

            migrate(older, "latest");

            assertThat(desk.sql("""
                    select names::text from ticket_unit
                    union all select names::text from ticket_category
                    union all select names::text from ticket_holiday""").query(String.class).list())
                    .containsExactly(
                            "{\"en\": \"Archive\", \"id\": \"Arsip\"}",
                            "{\"en\": \"Old papers\", \"id\": \"Surat lama\"}",
                            "{\"id\": \"Libur\"}");
        } finally {
            jdbc.sql("drop database older with (force)").update();
        }
    }

    private static void migrate(DataSource database, String target) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }

    private static void fill(JdbcClient desk) {
        desk.sql("insert into ticket_unit (key, name_id, name_en, zone) values ('arsip', 'Arsip', 'Archive', 'UTC')")
                .update();
        desk.sql("""
                insert into ticket_category (key, unit, type, visibility, name_id, name_en, position)
                values ('surat', 'arsip', 'COMPLAINT', 'PUBLIC', 'Surat lama', 'Old papers', 1)""").update();
        desk.sql("""
                insert into ticket_holiday (day, name_id, name_en, joint_leave, source)
                values ('2026-08-17', 'Libur', 'Libur', false, 'contoh')""").update();
    }
}
