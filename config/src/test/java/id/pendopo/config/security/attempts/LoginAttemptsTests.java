package id.pendopo.config.security.attempts;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.config.database.EmbeddedPostgres;
import jakarta.servlet.http.Cookie;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Who locks whom out, on a database of its own. */
class LoginAttemptsTests {

    private static final String OFFICE = "198.51.100.20";
    private static final String ELSEWHERE = "203.0.113.7";

    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;
    private static JdbcClient jdbc;

    private final KnownBrowsers browsers = new KnownBrowsers(jdbc, "https://desk.example.org");
    private final LoginAttempts attempts = new LoginAttempts(jdbc, browsers);

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
    void nobodyTried() {
        jdbc.sql("truncate login_attempt, login_browser").update();
    }

    @Test
    void aStrangerLocksThemselvesOutAndNobodyElse() {
        fail("ani", 10, from(ELSEWHERE));

        assertThat(attempts.locked("ani", from(ELSEWHERE))).isTrue();
        assertThat(attempts.locked(" ANI ", from(ELSEWHERE)))
                .as("however it is typed")
                .isTrue();
        assertThat(attempts.locked("ani", from(OFFICE))).isFalse();
        assertThat(attempts.locked("budi", from(ELSEWHERE))).isFalse();
    }

    @Test
    void aLockIsOverAfterAQuarterOfAnHour() {
        fail("ani", 10, from(ELSEWHERE));

        jdbc.sql("update login_attempt set at = at - interval '15 minutes'").update();

        assertThat(attempts.locked("ani", from(ELSEWHERE))).isFalse();
    }

    @Test
    void aKnownBrowserIsNotLockedOutByItsNeighbours() {
        Cookie known = remembered("ani", from(OFFICE));
        Cookie ofBudi = remembered("budi", from(OFFICE));
        fail("ani", 10, from(OFFICE));

        assertThat(attempts.locked("ani", from(OFFICE))).isTrue();
        assertThat(attempts.locked("ani", from(OFFICE, ofBudi)))
                .as("a browser of somebody else's")
                .isTrue();
        assertThat(attempts.locked("ani", from(OFFICE, known))).isFalse();
        assertThat(attempts.locked("ani", from(OFFICE, new Cookie(KnownBrowsers.COOKIE, "made-up"))))
                .isTrue();
    }

    @Test
    void aKnownBrowserHasTenTriesAsWellWhereverItIs() {
        Cookie known = remembered("ani", from(OFFICE));
        fail("ani", 9, from(OFFICE, known));
        assertThat(attempts.locked("ani", from(OFFICE, known))).isFalse();
        fail("ani", 1, from(ELSEWHERE, known));

        assertThat(attempts.locked("ani", from(OFFICE, known))).isTrue();
        assertThat(attempts.locked("ani", from(OFFICE))).isFalse();
    }

    @Test
    void aHundredFromAnywhereCloseTheNameToAllButKnownBrowsers() {
        Cookie known = remembered("ani", from(OFFICE));
        for (int i = 0; i < 20; i++) {
            fail("ani", 5, from("203.0.113." + i));
        }

        assertThat(attempts.locked("ani", from("192.0.2.1"))).isTrue();
        assertThat(attempts.locked("ani", from("192.0.2.1", known))).isFalse();
    }

    @Test
    void peopleWhoShareABrowserAreBothKnownInIt() {
        Cookie shared = remembered("ani", from(OFFICE));
        assertThat(remembered("budi", from(OFFICE, shared)).getValue()).isEqualTo(shared.getValue());
        fail("ani", 10, from(OFFICE));
        fail("budi", 10, from(OFFICE));

        assertThat(attempts.locked("ani", from(OFFICE, shared))).isFalse();
        assertThat(attempts.locked("budi", from(OFFICE, shared))).isFalse();
    }

    @Test
    void theCookieIsForTheLogInAloneAndItsRowShowsNoCookie() {
        Cookie known = remembered("ani", from(OFFICE));

        assertThat(known.isHttpOnly()).isTrue();
        assertThat(known.getSecure()).isTrue();
        assertThat(known.getPath()).isEqualTo("/login");
        assertThat(jdbc.sql("select hash from login_browser")
                        .query(String.class)
                        .single())
                .doesNotContain(known.getValue());
    }

    @Test
    void whereFromIsForgottenWithTheNextTryAfterAQuarterOfAnHour() {
        fail("ani", 1, from(ELSEWHERE));
        jdbc.sql("update login_attempt set at = at - interval '16 minutes'").update();

        attempts.failed("budi", from(OFFICE));

        assertThat(jdbc.sql("select count(*) from login_attempt where login = 'ani' and place is null")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aPasswordInTheFieldOfTheNameIsNotWrittenDown() {
        attempts.failed("Rahasia Saya!", from(OFFICE));

        assertThat(jdbc.sql("select count(*) from login_attempt")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void fail(String login, int times, MockHttpServletRequest request) {
        for (int i = 0; i < times; i++) {
            attempts.failed(login, request);
        }
    }

    private Cookie remembered(String login, MockHttpServletRequest request) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        attempts.succeeded(login, request, response);
        Cookie cookie = response.getCookie(KnownBrowsers.COOKIE);
        assertThat(cookie).isNotNull();
        return cookie;
    }

    private static MockHttpServletRequest from(String address, Cookie... cookies) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/login");
        request.setRemoteAddr(address);
        request.setCookies(cookies);
        return request;
    }
}
