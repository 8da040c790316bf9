package id.pendopo.config.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.pendopo.config.database.EmbeddedPostgres;
import id.pendopo.config.push.PushSender.Message;
import id.pendopo.config.push.PushSender.Result;
import id.pendopo.config.secrets.MasterKeys;
import id.pendopo.config.sessions.Sessions;
import id.pendopo.ui.SecretCipher;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Devices, the desk's key and what a push service gets, on a database of their own. */
class PushTests {

    private static final Message MESSAGE = new Message("{\"title\":\"DARURAT\"}", "alarm-1", Duration.ofMinutes(2));

    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;
    private static JdbcClient jdbc;

    private final Devices devices = new Devices(jdbc, Clock.systemUTC());
    private final FakePushService service = new FakePushService();

    PushTests() throws IOException {}

    @BeforeAll
    static void makeTables() {
        postgres = EmbeddedPostgres.start(folder.resolve("database"), 0);
        DriverManagerDataSource database = new DriverManagerDataSource(postgres.url());
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
    void beginAnew() {
        jdbc.sql("truncate push_device, push_key").update();
    }

    @AfterEach
    void stopService() {
        service.close();
    }

    private PushKeys keys() {
        return new PushKeys(jdbc, MasterKeys.encryption(folder));
    }

    private PushSender sender() {
        PushProperties settings = new PushProperties(List.of(service.origin()), "");
        return new PushSender(new PushServices(settings), keys(), settings, "https://lapor.example", Clock.systemUTC());
    }

    private Device.Subscription subscription(String name) {
        Subscriber browser = Subscriber.draw();
        return new Device.Subscription(service.endpoint(name, browser), browser.p256dh(), browser.auth());
    }

    private void put(String login, String name, String cookie) {
        devices.put(login, subscription(name), "Firefox, Android", Locale.of("id"), cookie);
    }

    @Test
    void aMessageIsEncryptedForTheBrowserAndSignedByTheDesk() {
        assertThat(sender().send(subscription("one"), MESSAGE)).isEqualTo(Result.ACCEPTED);

        assertThat(service.pushed()).singleElement().satisfies(pushed -> {
            assertThat(pushed.said().at("/title").asString()).isEqualTo("DARURAT");
            assertThat(pushed.claims().at("/sub").asString()).isEqualTo("https://lapor.example");
            assertThat(pushed.key()).isEqualTo(keys().publicKey());
            assertThat(pushed.ttl()).isEqualTo("120");
            assertThat(pushed.urgency()).isEqualTo("high");
            assertThat(pushed.topic()).isEqualTo("alarm-1");
        });
    }

    @ParameterizedTest
    @CsvSource({"404,GONE", "410,GONE", "429,LATER", "503,LATER", "400,REFUSED", "413,REFUSED", "302,REFUSED"})
    void anAnswerIsJudged(int status, Result result) {
        service.answers(status);

        assertThat(sender().send(subscription("one"), MESSAGE)).isEqualTo(result);
    }

    @Test
    void nobodyElseIsAskedThanAPushService() {
        Subscriber browser = Subscriber.draw();
        PushProperties settings = new PushProperties(List.of("fcm.googleapis.com"), "");
        PushSender strict = new PushSender(new PushServices(settings), keys(), settings, "", Clock.systemUTC());

        Result result = strict.send(
                new Device.Subscription(service.endpoint("one", browser), browser.p256dh(), browser.auth()), MESSAGE);

        assertThat(result).isEqualTo(Result.REFUSED);
        assertThat(service.asked()).isEmpty();
    }

    @Test
    void theKeyIsMadeOnceForAllNodesAndStoredEncrypted() {
        String first = keys().publicKey();

        assertThat(keys().publicKey()).isEqualTo(first);
        PushKeys elsewhere = new PushKeys(jdbc, MasterKeys.encryption(folder.resolve("other")));
        assertThatExceptionOfType(SecretCipher.Undecipherable.class).isThrownBy(elsewhere::pair);
    }

    @Test
    void aBrowserIsWhoseLastChoseIt() {
        put("ani", "one", "cookie-1");
        put("ani", "two", "cookie-2");
        put("budi", "new", "cookie-1");

        assertThat(devices.of("ani"))
                .singleElement()
                .satisfies(left -> assertThat(left.subscription().endpoint()).endsWith("/two"));
        assertThat(devices.of("budi")).hasSize(1);
        assertThat(devices.owners()).containsExactlyInAnyOrder("ani", "budi");
    }

    @Test
    void theOldestOfManyMakeRoom() {
        for (int i = 0; i < Devices.MOST + 2; i++) {
            put("ani", "b" + i, "cookie-" + i);
        }

        assertThat(devices.of("ani")).hasSize(Devices.MOST);
        assertThat(devices.of("ani").getLast().subscription().endpoint()).endsWith("/b2");
    }

    @Test
    void somebodyRemovesTheirOwnAlone() {
        put("ani", "one", "cookie-1");
        long id = devices.of("ani").getFirst().id();

        devices.remove("budi", id);
        assertThat(devices.find(id)).isPresent();
        devices.remove("ani", id);

        assertThat(devices.find(id)).isEmpty();
    }

    @Test
    void whoIsLoggedOutEverywhereHasNoneLeft() {
        put("ani", "one", "cookie-1");
        put("budi", "two", "cookie-2");
        Sessions sessions = new Sessions(jdbc, ended -> devices.forgetAll((Sessions.AllEnded) ended));

        sessions.endAll("ani");

        assertThat(devices.owners()).containsExactly("budi");
    }
}
