package id.pendopo.config.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.config.database.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The auditor sees each fault that the ledger test looks for. */
class AuditTests {

    private static EmbeddedPostgres postgres;

    @TempDir
    private Path folder;

    private Ledger ledger;

    @BeforeAll
    static void start(@TempDir Path data) throws SQLException {
        postgres = EmbeddedPostgres.start(data, 0);
        run("""
                create table channels_inbound (external_id text, event text, state text, conversation int, turn int,
                    reason text, account text default 'line')
                """);
        run("""
                create table channels_outbound (id int, conversation int, turn int, part int, state text,
                    possible_duplicate boolean default false, provider_id text, doubt_since timestamptz,
                    account text default 'line', address text default '+62811')
                """);
        run("create table channels_lane (conversation int)");
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @BeforeEach
    void twoTurns() throws Exception {
        ledger = new Ledger(folder.resolve("ledger.tsv"));
        run("truncate channels_inbound, channels_outbound, channels_lane");
        run("insert into channels_inbound values ('M1', 'MESSAGE', 'DONE', 7, 1), ('M2', 'MESSAGE', 'DONE', 7, 2)");
        run("insert into channels_outbound values (1, 7, 1, 0, 'SENT'), (2, 7, 2, 0, 'SENT')");
        run("update channels_outbound set provider_id = 'P2' where id = 2");
        asked("M1");
        asked("M2");
    }

    @AfterEach
    void close() throws IOException {
        ledger.close();
    }

    @Test
    void findsNothingWhereNothingIsWrong() throws Exception {
        answered("M1", "satu");
        took("P2");

        assertThat(Audit.of(ledger, postgres.url()).clean()).isTrue();
        assertThat(Audit.open(ledger, postgres.url())).isZero();
    }

    @Test
    void findsAMessageWithoutARow() throws Exception {
        run("delete from channels_inbound where external_id = 'M1'");
        answered("M1", "satu");
        took("P2");

        assertThat(Audit.of(ledger, postgres.url()).lost()).isEqualTo(1);
        assertThat(Audit.open(ledger, postgres.url())).isEqualTo(1);
    }

    @Test
    void findsAReplyThatNobodyGotUnlessAPersonSeesIt() throws Exception {
        took("P2");
        assertThat(Audit.of(ledger, postgres.url()).lost()).isEqualTo(1);

        run("update channels_outbound set state = 'UNKNOWN' where id = 1");
        assertThat(Audit.of(ledger, postgres.url()).clean()).isTrue();
        assertThat(Audit.of(ledger, postgres.url()).visible()).isEqualTo(1);
    }

    @Test
    void findsAReplyThatArrivedTwice() throws Exception {
        answered("M1", "satu");
        took("P2");
        took("P3");
        assertThat(Audit.of(ledger, postgres.url()).duplicated())
                .as("unknown to the desk")
                .isEqualTo(1);

        run("update channels_outbound set provider_id = 'P3' where id = 1");
        assertThat(Audit.of(ledger, postgres.url()).duplicated())
                .as("sent after its response")
                .isEqualTo(1);
    }

    @Test
    void believesTheDeskThatAReplyMayHaveArrivedTwiceButNotMore() throws Exception {
        answered("M1", "satu");
        took("P2");
        took("P3");
        run("update channels_outbound set provider_id = 'P3', possible_duplicate = true where id = 2");

        Audit.Findings once = Audit.of(ledger, postgres.url());
        assertThat(once.clean()).isTrue();
        assertThat(once.possibleDuplicates()).isEqualTo(1);
        assertThat(once.marking()).containsExactly("line");

        took("P4");
        assertThat(Audit.of(ledger, postgres.url()).duplicated()).isEqualTo(1);
    }

    @Test
    void findsOtherWordsThanThoseOfAReplyThatMayHaveArrivedTwice() throws Exception {
        answered("M1", "satu");
        ledger.write(Ledger.What.TOOK, "line", "+62811", "P2", List.of("tiga"));
        took("P3");
        run("update channels_outbound set provider_id = 'P3', possible_duplicate = true where id = 2");

        assertThat(Audit.of(ledger, postgres.url()).duplicated()).isEqualTo(1);
    }

    /** Two replies in the same words, each tried anew: the doubtful try belongs to the one that had not arrived yet. */
    @Test
    void givesADoubtfulTryToTheReplyThatHadNotArrivedByThen() throws Exception {
        run("update channels_outbound set provider_id = 'P1', possible_duplicate = true where id = 1");
        run("insert into channels_inbound values ('M3', 'MESSAGE', 'DONE', 7, 3)");
        run("insert into channels_outbound values (3, 7, 3, 0, 'SENT', true, 'P4')");
        took("P1");
        took("P2");
        took("P3");
        took("P4");

        assertThat(Audit.of(ledger, postgres.url()).clean()).isTrue();
    }

    @Test
    void findsWhatCameInTheWrongOrder() throws Exception {
        took("P2");
        answered("M1", "satu");

        assertThat(Audit.of(ledger, postgres.url()).outOfOrder()).isEqualTo(1);
    }

    @Test
    void findsWhatIsStillOpen() throws Exception {
        run("update channels_outbound set state = 'SENDING' where id = 1");
        run("insert into channels_lane values (7)");

        assertThat(Audit.open(ledger, postgres.url())).isEqualTo(2);
    }

    private void asked(String sid) {
        ledger.write(Ledger.What.ASKED, "line", "+62811", sid, List.of());
    }

    private void answered(String sid, String... texts) {
        ledger.write(Ledger.What.ACKNOWLEDGED, "line", "+62811", sid, List.of(texts));
    }

    private void took(String sid) {
        ledger.write(Ledger.What.TOOK, "line", "+62811", sid, List.of("dua"));
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
