package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.config.database.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A database that an older version of the desk has filled: its dump holds the demonstration's story and four people who
 * wrote by SMS, one of whom was asked to confirm a report when that desk stopped.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class UpgradeTests {

    /** Of commit ebb2905, without people who log in, keys and their attempts. */
    private static final String DUMP = "/upgrade/20261126.sql.gz";

    private static final String REPORTED = "8226905586";

    /** People may go on for some days: the dump must not grow old. */
    private static final String AS_IF_FILLED_AN_HOUR_AGO = """
            set search_path = public;
            do $$
            declare
                at record;
                older interval := now() - interval '1 hour' - (select max(received_at) from channels_inbound);
            begin
                set local session_replication_role = replica;
                for at in select table_name, string_agg(format('%1$I = %1$I + $1', column_name), ', ') as later
                        from information_schema.columns join information_schema.tables using (table_schema, table_name)
                        where table_schema = 'public' and data_type = 'timestamp with time zone'
                            and table_type = 'BASE TABLE'
                        group by table_name loop
                    execute format('update %I set %s', at.table_name, at.later) using older;
                end loop;
                update conversation set state = jsonb_set(state, '{touched}',
                    to_jsonb((state ->> 'touched')::timestamptz + older)) where state ? 'touched';
                update conversation set state = jsonb_set(state, '{draft,touched}',
                    to_jsonb((state #>> '{draft,touched}')::timestamptz + older)) where state #>> '{draft,touched}' is not null;
            end $$
            """;

    @TempDir
    static Path data;

    private EmbeddedPostgres postgres;
    private FakeTwilio twilio;
    private DeskProcess desk;

    @BeforeAll
    void upgrade() throws Exception {
        postgres = EmbeddedPostgres.start(data.resolve("database"), 0);
        restore(postgres.url());
        twilio = new FakeTwilio();
        Map<String, String> environment = new HashMap<>(SmsCitizen.line(twilio.address()));
        environment.put("SPRING_DATASOURCE_URL", postgres.url());
        desk = DeskProcess.demo(data.resolve("desk"), environment);
    }

    @AfterAll
    void close() {
        desk.close();
        twilio.close();
        postgres.close();
    }

    private static void restore(String url) throws IOException, SQLException {
        try (InputStream dump = new GZIPInputStream(UpgradeTests.class.getResourceAsStream(DUMP));
                Connection connection = DriverManager.getConnection(url + "&preferQueryMode=simple");
                Statement statement = connection.createStatement()) {
            statement.execute(new String(dump.readAllBytes(), StandardCharsets.UTF_8));
            statement.execute(AS_IF_FILLED_AN_HOUR_AGO);
        }
    }

    @Test
    void whoWasAskedToConfirmAReportConfirmsIt() throws Exception {
        SmsCitizen citizen = new SmsCitizen(desk, "+6281230000002");

        assertThat(citizen.hears("ya")).containsPattern("\\d{3} \\d{3} \\d{4}").contains("diterima");
    }

    @Test
    void aTicketIsFoundAndAnsweredByTextMessage() throws Exception {
        DeskProgram agent = new DeskProgram(desk);
        SmsCitizen citizen = new SmsCitizen(desk, "+6281230000001");

        assertThat(citizen.hears("STATUS")).contains("822 690 5586");
        agent.reply(REPORTED, "Besok pagi kami tambal.");

        assertThat(agent.ticket(REPORTED).at("/history").toString()).contains("opened", "replied");
    }

    @Test
    void aFollowUpStillKnowsWhatItFollows() throws Exception {
        assertThat(new SmsCitizen(desk, "+6281230000003").hears("syaratnya apa?"))
                .containsIgnoringCase("sim");
    }

    @Test
    void theDeskListsWhatWasOpen() throws Exception {
        JsonNode tickets = new DeskProgram(desk).get("/api/v1/tickets");

        assertThat(tickets.findValuesAsString("code")).contains(REPORTED).hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void everyTableOfTheOldDeskIsStillThere() throws Exception {
        try (Connection connection = DriverManager.getConnection(postgres.url());
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from article_version")) {
            rows.next();
            assertThat(rows.getInt(1)).isGreaterThanOrEqualTo(243);
        }
        assertThat(desk.log()).doesNotContain("ERROR");
    }
}
