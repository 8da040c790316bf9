package id.pendopo.ticketing.naming;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.ticketing.TicketingTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** A node of the version before, which knows the columns {@code name_id} and {@code name_en} alone, on the same database. */
@TicketingTest
@Transactional
class OlderNodeTests {

    private final JdbcClient jdbc;

    @Autowired
    OlderNodeTests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Test
    void whatItAddsHasNames() {
        jdbc.sql("insert into ticket_unit (key, name_id, name_en, zone) values ('arsip', 'Arsip', 'Archive', 'UTC')")
                .update();
        jdbc.sql("""
                insert into ticket_holiday (day, name_id, name_en, joint_leave, source)
                values ('2031-08-18', 'Libur', 'Libur', false, 'contoh')""").update();

        assertThat(names("ticket_unit where key = 'arsip'")).isEqualTo("{\"en\": \"Archive\", \"id\": \"Arsip\"}");
        assertThat(names("ticket_holiday where day = '2031-08-18'")).isEqualTo("{\"id\": \"Libur\"}");
    }

    @Test
    void whatItRenamesKeepsTheOtherLanguages() {
        name("{\"id\": \"Arsip\", \"en\": \"Archive\", \"jv\": \"Arsip Dhaérah\"}");

        jdbc.sql("""
                insert into ticket_unit (key, name_id, name_en, zone)
                values ('bpbd', 'Dinas Arsip', 'Archives', 'Asia/Jakarta')
                on conflict (key) do update
                set name_id = excluded.name_id, name_en = excluded.name_en, zone = excluded.zone""").update();

        assertThat(names("ticket_unit where key = 'bpbd'"))
                .isEqualTo("{\"en\": \"Archives\", \"id\": \"Dinas Arsip\", \"jv\": \"Arsip Dhaérah\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\": \"Arsip\", \"en\": \"Archive\", \"jv\": \"Arsip Dhaérah\"} | Arsip         | Archive",
                "{\"id\": \"Arsip\"}                                                 | Arsip         | Arsip",
                "{\"tet\": \"Arkivu\", \"pt\": \"Arquivo\"}                          | Arquivo       | Arquivo"
            })
    void readsWhatThisVersionWrites(String names, String indonesian, String english) {
        name(names);

        assertThat(jdbc.sql("select name_id || '/' || name_en from ticket_unit where key = 'bpbd'")
                        .query(String.class)
                        .single())
                .isEqualTo(indonesian + "/" + english);
    }

    private void name(String names) {
        jdbc.sql("update ticket_unit set names = ?::jsonb where key = 'bpbd'")
                .param(names)
                .update();
    }

    private String names(String row) {
        return jdbc.sql("select names::text from " + row).query(String.class).single();
    }
}
