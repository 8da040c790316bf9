package id.pendopo.config.security.factor;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.config.database.EmbeddedPostgres;
import id.pendopo.config.secrets.MasterKeys;
import id.pendopo.config.security.factor.SecondFactors.Judgement;
import id.pendopo.config.security.passkeys.PasskeysOf;
import id.pendopo.config.sessions.Sessions;
import id.pendopo.ui.ChangeLog.Change;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** The rules for codes of an app and for recovery codes, on a database of their own. */
class SecondFactorsTests {

    private static final Instant NOW = Instant.parse("2026-12-02T01:00:10Z");

    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;
    private static DataSource database;
    private static JdbcClient jdbc;

    private final List<Change> changes = new ArrayList<>();
    private final PasswordEncoder encoder =
            new Pbkdf2PasswordEncoder("", 8, 10, Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
    private final SecondFactors factors = new SecondFactors(
            new FactorRecords(jdbc),
            new RecoveryCodes(jdbc, encoder),
            PasskeysOf.desk(jdbc),
            MasterKeys.encryption(folder),
            new Sessions(jdbc, _ -> {}),
            changes::add,
            new TransactionTemplate(new DataSourceTransactionManager(database)),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeAll
    static void makeTables() {
        postgres = EmbeddedPostgres.start(folder.resolve("database"), 0);
        database = new DriverManagerDataSource(postgres.url());
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/config")
                .load()
                .migrate();
        jdbc = JdbcClient.create(database);
    }

    @AfterAll
    static void stopDatabase() {
        postgres.close();
    }

    @BeforeEach
    void nobodyHasOne() {
        jdbc.sql("truncate second_factor, second_factor_recovery, passkey_user, passkey")
                .update();
    }

    @Test
    void aSecretIsTheSecondFactorOnceItsAppShowsTheRightCode() {
        factors.begin("ani");
        AuthenticatorApp app = app("ani");
        assertThat(factors.confirm("ani", "000000")).isEmpty();
        assertThat(factors.has("ani")).isFalse();

        assertThat(factors.confirm("ani", app.code(NOW)))
                .hasValueSatisfying(codes -> assertThat(codes)
                        .hasSize(10)
                        .doesNotHaveDuplicates()
                        .allMatch(code -> code.matches("[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}")));

        assertThat(factors.has("ani")).isTrue();
        assertThat(factors.begun("ani")).isEmpty();
        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.actor()).isEqualTo("ani");
            assertThat(change.after()).containsEntry("config.people.factor", "config.people.factor.app.new");
        });
    }

    @Test
    void aCodeWorksOnceAndOneStepToEitherSide() {
        AuthenticatorApp app = setUp("ani");

        assertThat(factors.judge("ani", app.code(NOW)))
                .as("it confirmed the app already")
                .isEqualTo(Judgement.WRONG);
        assertThat(factors.judge("ani", app.code(NOW.plusSeconds(60)))).isEqualTo(Judgement.WRONG);
        assertThat(factors.judge("ani", " " + spaced(app.code(NOW.plusSeconds(30)))))
                .isEqualTo(Judgement.RIGHT);
        assertThat(factors.judge("ani", app.code(NOW.plusSeconds(30)))).isEqualTo(Judgement.WRONG);
        assertThat(factors.judge("ani", app.code(NOW.minusSeconds(30))))
                .as("older than one that was used")
                .isEqualTo(Judgement.WRONG);
    }

    @Test
    void aCodeOfOneStepBeforeWorks() {
        AuthenticatorApp app = setUp("ani");
        jdbc.sql("update second_factor set last_step = 0").update();

        assertThat(factors.judge("ani", app.code(NOW.minusSeconds(30)))).isEqualTo(Judgement.RIGHT);
    }

    @Test
    void afterFiveTriesNothingIsLookedAtForAQuarterOfAnHour() {
        AuthenticatorApp app = setUp("ani");
        for (int i = 0; i < 5; i++) {
            assertThat(factors.judge("ani", "000000")).isEqualTo(Judgement.WRONG);
        }

        assertThat(factors.judge("ani", app.code(NOW.plusSeconds(30)))).isEqualTo(Judgement.LIMITED);
        assertThat(factors.judge("budi", "000000"))
                .as("others are not concerned")
                .isEqualTo(Judgement.WRONG);
        jdbc.sql("update second_factor set tried_since = tried_since - make_interval(secs => :seconds)")
                .param("seconds", Duration.ofMinutes(15).toSeconds())
                .update();
        assertThat(factors.judge("ani", app.code(NOW.plusSeconds(30)))).isEqualTo(Judgement.RIGHT);
    }

    @Test
    void aRightCodeForgetsTheWrongOnes() {
        AuthenticatorApp app = setUp("ani");
        for (int i = 0; i < 4; i++) {
            factors.judge("ani", "000000");
        }
        assertThat(factors.judge("ani", app.code(NOW.plusSeconds(30)))).isEqualTo(Judgement.RIGHT);

        for (int i = 0; i < 5; i++) {
            assertThat(factors.judge("ani", "000000")).isEqualTo(Judgement.WRONG);
        }
    }

    @Test
    void aRecoveryCodeWorksOnceHoweverItIsTyped() {
        factors.begin("ani");
        List<String> codes = factors.confirm("ani", app("ani").code(NOW)).orElseThrow();

        assertThat(factors.judge("ani", codes.get(3).toUpperCase())).isEqualTo(Judgement.RIGHT);
        assertThat(factors.judge("ani", codes.get(3))).isEqualTo(Judgement.WRONG);
        assertThat(factors.judge("ani", codes.get(4).replace("-", " "))).isEqualTo(Judgement.RIGHT);
        assertThat(factors.recoveryCodes("ani")).isEqualTo(8);
        assertThat(factors.judge("budi", codes.get(5)))
                .as("it is nobody else's")
                .isEqualTo(Judgement.WRONG);
    }

    @Test
    void aNewSetOfRecoveryCodesReplacesTheOldOne() {
        factors.begin("ani");
        List<String> old = factors.confirm("ani", app("ani").code(NOW)).orElseThrow();

        List<String> fresh = factors.renewRecoveryCodes("ani");

        assertThat(factors.judge("ani", old.getFirst())).isEqualTo(Judgement.WRONG);
        assertThat(factors.judge("ani", fresh.getFirst())).isEqualTo(Judgement.RIGHT);
    }

    @Test
    void theOldTelephoneWorksUntilTheNewOneIsConfirmed() {
        AuthenticatorApp old = setUp("ani");
        factors.begin("ani");
        AuthenticatorApp fresh = app("ani");
        assertThat(factors.judge("ani", old.code(NOW.plusSeconds(30)))).isEqualTo(Judgement.RIGHT);

        assertThat(factors.confirm("ani", fresh.code(NOW))).isPresent();

        jdbc.sql("update second_factor set last_step = 0").update();
        assertThat(factors.judge("ani", old.code(NOW))).isEqualTo(Judgement.WRONG);
        assertThat(factors.judge("ani", fresh.code(NOW))).isEqualTo(Judgement.RIGHT);
    }

    @Test
    void whatIsStoredShowsNoSecretAndNoCode() {
        factors.begin("ani");
        String key = app("ani").key().replace(" ", "");
        List<String> codes =
                factors.confirm("ani", new AuthenticatorApp(key).code(NOW)).orElseThrow();

        String rows = jdbc.sql("select encode(secret, 'escape') || ' ' || string_agg(hash, ' ') from second_factor"
                        + " join second_factor_recovery using (login) group by secret")
                .query(String.class)
                .single();

        assertThat(rows).doesNotContain(key);
        codes.forEach(code -> assertThat(rows).doesNotContain(code.replace("-", "")));
    }

    @Test
    void whoeverLosesEverythingIsHelpedByAnAdministratorAndItIsWrittenDown() {
        setUp("ani");
        changes.clear();

        factors.takeOff("ani", "dewi");

        assertThat(factors.has("ani")).isFalse();
        assertThat(factors.recoveryCodes("ani")).isZero();
        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.actor()).isEqualTo("dewi");
            assertThat(change.subject()).isEqualTo("ani");
        });
    }

    private AuthenticatorApp setUp(String login) {
        factors.begin(login);
        AuthenticatorApp app = app(login);
        assertThat(factors.confirm(login, app.code(NOW))).isPresent();
        return app;
    }

    private AuthenticatorApp app(String login) {
        return new AuthenticatorApp(factors.begun(login).orElseThrow().grouped());
    }

    private static String spaced(String code) {
        return code.substring(0, 3) + " " + code.substring(3);
    }
}
