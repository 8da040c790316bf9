package id.pendopo.config.security.passkeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.config.database.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** What a browser's answer is worth, on a database of its own. */
class PasskeysTests {

    private static final String DESK = "https://meja.example.org";

    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;
    private static JdbcClient jdbc;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-12-02T01:00:00Z"));
    private final Passkeys passkeys = PasskeysOf.desk(jdbc, DESK, ((InstantSource) now::get).withZone(ZoneOffset.UTC));
    private final MockHttpServletRequest browser = new MockHttpServletRequest();

    @BeforeAll
    static void makeTables() {
        postgres = EmbeddedPostgres.start(folder.resolve("database"), 0);
        DataSource database = new DriverManagerDataSource(postgres.url());
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
        jdbc.sql("truncate passkey_user, passkey").update();
    }

    private SoftwareAuthenticator registered(String login, String label) {
        SoftwareAuthenticator key = new SoftwareAuthenticator(DESK);
        passkeys.register(login, label, key.create(passkeys.beginRegistration(login, browser)), browser);
        return key;
    }

    private String logIn(String answer) {
        Passkeys.Answer read = passkeys.read(answer);
        passkeys.verifyLogIn(read, browser);
        return read.owner().orElseThrow();
    }

    @Test
    void aPasskeyIsRegisteredProvedAndOpensALogIn() {
        SoftwareAuthenticator key = registered("ani", "laptop kantor");
        assertThat(passkeys.of("ani")).singleElement().satisfies(one -> {
            assertThat(one.label()).isEqualTo("laptop kantor");
            assertThat(one.used()).isEmpty();
        });

        passkeys.prove("ani", key.get(passkeys.beginProof("ani", browser)), browser);
        assertThat(logIn(key.get(passkeys.beginLogIn(browser)))).isEqualTo("ani");

        assertThat(passkeys.of("ani").getFirst().used()).isPresent();
        assertThat(jdbc.sql("select sign_count from passkey").query(Long.class).single())
                .isEqualTo(3);
    }

    @Test
    void aBrowserIsAskedForTheDeskOfThePublicAddressAndToldNoName() {
        registered("ani", "laptop");

        assertThat(passkeys.beginRegistration("ani", browser))
                .contains("\"id\":\"meja.example.org\"", "\"excludeCredentials\":[{");
        assertThat(passkeys.beginLogIn(browser))
                .contains(
                        "\"rpId\":\"meja.example.org\"", "\"allowCredentials\":[]", "\"userVerification\":\"required\"")
                .doesNotContain("ani");
    }

    @Test
    void anAnswerFromAnotherOriginProvesNothing() {
        SoftwareAuthenticator key = registered("ani", "laptop");
        SoftwareAuthenticator phished = key.at("https://meja.example.com");

        assertThatThrownBy(() -> passkeys.prove("ani", phished.get(passkeys.beginProof("ani", browser)), browser))
                .isInstanceOf(PasskeyRefused.class);
        assertThatThrownBy(() -> logIn(phished.get(passkeys.beginLogIn(browser))))
                .isInstanceOf(PasskeyRefused.class);
        assertThatThrownBy(() -> passkeys.register(
                        "budi",
                        "tiruan",
                        new SoftwareAuthenticator("https://meja.example.com")
                                .create(passkeys.beginRegistration("budi", browser)),
                        browser))
                .isInstanceOf(PasskeyRefused.class);
        assertThat(passkeys.any("budi")).isFalse();
    }

    @Test
    void aChallengeTakesOneAnswer() {
        SoftwareAuthenticator key = registered("ani", "laptop");
        String answer = key.get(passkeys.beginProof("ani", browser));
        passkeys.prove("ani", answer, browser);

        assertThatThrownBy(() -> passkeys.prove("ani", answer, browser)).isInstanceOf(PasskeyRefused.class);
        passkeys.beginProof("ani", browser);
        assertThatThrownBy(() -> passkeys.prove("ani", answer, browser))
                .as("to another challenge")
                .isInstanceOf(PasskeyRefused.class);
    }

    @Test
    void aChallengeIsForOnePurposeOnePersonOneSessionAndFiveMinutes() {
        SoftwareAuthenticator key = registered("ani", "laptop");
        registered("budi", "ponsel");

        assertThatThrownBy(() -> logIn(key.get(passkeys.beginProof("ani", browser))))
                .isInstanceOf(PasskeyRefused.class);
        assertThatThrownBy(() -> passkeys.prove("ani", key.get(passkeys.beginProof("budi", browser)), browser))
                .isInstanceOf(PasskeyRefused.class);
        String asked = passkeys.beginProof("ani", browser);
        assertThatThrownBy(() -> passkeys.prove("ani", key.get(asked), new MockHttpServletRequest()))
                .isInstanceOf(PasskeyRefused.class);
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(5)).plusSeconds(1));
        assertThatThrownBy(() -> passkeys.prove("ani", key.get(asked), browser)).isInstanceOf(PasskeyRefused.class);
    }

    @Test
    void anotherPersonsPasskeyProvesNothing() {
        registered("ani", "laptop");
        SoftwareAuthenticator others = registered("budi", "ponsel");

        assertThatThrownBy(() -> passkeys.prove("ani", others.get(passkeys.beginProof("ani", browser)), browser))
                .isInstanceOf(PasskeyRefused.class);
        assertThatThrownBy(() -> passkeys.register(
                        "ani", "milik Budi", others.create(passkeys.beginRegistration("ani", browser)), browser))
                .as("registered already")
                .isInstanceOf(PasskeyRefused.class);
        assertThat(passkeys.of("ani")).hasSize(1);
    }

    @Test
    void aKeyThatVerifiesNobodyIsASecondFactorAndNoLogIn() {
        SoftwareAuthenticator key = registered("ani", "kunci lama").withoutVerification();

        passkeys.prove("ani", key.get(passkeys.beginProof("ani", browser)), browser);

        assertThatThrownBy(() -> logIn(key.get(passkeys.beginLogIn(browser)))).isInstanceOf(PasskeyRefused.class);
    }

    @Test
    void aCounterThatGoesBackIsOfACopy() {
        SoftwareAuthenticator key = registered("ani", "laptop");
        passkeys.prove("ani", key.get(passkeys.beginProof("ani", browser)), browser);
        key.setCounter(0);

        assertThatThrownBy(() -> passkeys.prove("ani", key.get(passkeys.beginProof("ani", browser)), browser))
                .isInstanceOf(PasskeyRefused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"id\":\"YQ\",\"rawId\":\"YQ\",\"type\":\"public-key\"}",
                "{\"id\":\"YQ\",\"rawId\":\"YQ\",\"type\":\"public-key\",\"response\":{}}",
                "{\"id\":\"YQ\",\"rawId\":\"!\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"YQ\"}}"
            })
    void whatIsNoAnswerIsRefused(String text) {
        registered("ani", "laptop");

        passkeys.beginProof("ani", browser);
        assertThatThrownBy(() -> passkeys.prove("ani", text, browser)).isInstanceOf(PasskeyRefused.class);
        passkeys.beginLogIn(browser);
        assertThatThrownBy(() -> passkeys.verifyLogIn(passkeys.read(text), browser))
                .isInstanceOf(PasskeyRefused.class);
        passkeys.beginRegistration("ani", browser);
        assertThatThrownBy(() -> passkeys.register("ani", "x", text, browser)).isInstanceOf(PasskeyRefused.class);
    }

    @Test
    void onesOwnPasskeyIsRemovedAndNobodyElses() {
        SoftwareAuthenticator key = registered("ani", "laptop");

        assertThat(passkeys.remove("budi", key.key())).isEmpty();
        assertThat(passkeys.remove("ani", key.key()))
                .hasValueSatisfying(gone -> assertThat(gone.label()).isEqualTo("laptop"));

        assertThat(passkeys.any("ani")).isFalse();
        assertThatThrownBy(() -> logIn(key.get(passkeys.beginLogIn(browser))))
                .isInstanceOfAny(PasskeyRefused.class, java.util.NoSuchElementException.class);
    }

    @Test
    void whoeverLeavesLeavesNothing() {
        registered("ani", "laptop");
        registered("ani", "ponsel");
        registered("budi", "ponsel");

        passkeys.removeAll("ani");

        assertThat(passkeys.any("ani")).isFalse();
        assertThat(jdbc.sql("select login from passkey_user")
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("budi"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://meja.example.org, true, https://meja.example.org",
        "https://meja.example.org:8443/, true, https://meja.example.org:8443",
        "https://Meja.Example.org:443, true, https://meja.example.org",
        "http://localhost:8080, true, http://localhost:8080",
        "http://meja.example.org, false, http://meja.example.org",
        "http://127.0.0.1:8080, false, http://127.0.0.1:8080",
        "https://203.0.113.5, false, https://203.0.113.5",
        "'', false, ://"
    })
    void browsersTakePasskeysAtANameWithHttps(String publicUrl, boolean usable, String origin) {
        RelyingParty desk = new RelyingParty(java.net.URI.create(publicUrl));

        assertThat(desk.usable()).isEqualTo(usable);
        assertThat(desk.origin()).isEqualTo(origin);
    }
}
