package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.config.security.passkeys.SoftwareAuthenticator;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** How people of an office set up passkeys and log in by them, and who does not get in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PasskeyJourneyTests {

    private static final Pattern SECRET = Pattern.compile("<code class=\"secret\">([^<]+)</code>");
    private static final String FACTOR = "/password/factor";
    private static final String OWN = "sandi-pilihan-sendiri";

    @TempDir
    static Path data;

    private DeskProcess desk;
    private String origin;
    private HttpClient admin;
    private SoftwareAuthenticator adminsKey;

    /** Administrators need a second factor here: a passkey will do. */
    @BeforeAll
    void open() throws Exception {
        desk = DeskProcess.demo(
                data,
                Map.of(
                        "PENDOPO_PUBLIC_URL",
                        "http://localhost:${server.port}",
                        "PENDOPO_SECURITY_SECOND_FACTOR",
                        "required"));
        origin = "http://localhost:" + desk.uri("/").getPort();
        admin = LoggedIn.browser();
        adminsKey = new SoftwareAuthenticator(origin);
        assertThat(LoggedIn.tries(
                        desk, admin, "admin", desk.printed("login", "admin").orElseThrow()))
                .endsWith(FACTOR);
        assertThat(adds(admin, adminsKey, "").body()).contains("<code class=\"secret\">");
    }

    @AfterAll
    void close() {
        desk.close();
    }

    @Test
    void aRoleThatNeedsASecondFactorIsContentWithAPasskeyAndKeepsIt() throws Exception {
        assertThat(status(admin, "/admin")).isEqualTo(200);
        assertThat(LoggedIn.get(desk, admin, "/admin/audit").body()).contains("kunci &lt;laptop&gt;");

        HttpResponse<String> removed = removes(admin, adminsKey, proof(admin, adminsKey));
        assertThat(removed.statusCode()).as("it is the only one").isEqualTo(422);
        assertThat(LoggedIn.get(desk, admin, FACTOR).body()).contains("kunci &lt;laptop&gt;");
    }

    @Test
    void afterThePasswordComesThePasskeyOrARecoveryCode() throws Exception {
        HttpClient here = works("sekar");
        SoftwareAuthenticator key = new SoftwareAuthenticator(origin).withoutVerification();
        assertThat(begin(here, "current=bukan-sandinya").statusCode()).isEqualTo(422);
        HttpResponse<String> codes = adds(here, key, "current=" + OWN);
        String recovery = first(SECRET, codes.body());

        HttpClient elsewhere = LoggedIn.browser();
        assertThat(LoggedIn.tries(desk, elsewhere, "sekar", OWN)).endsWith("/login/factor");
        assertThat(status(elsewhere, "/desk")).isEqualTo(302);
        assertThat(second(elsewhere, adminsKey).statusCode())
                .as("another person's")
                .isEqualTo(422);
        assertThat(second(elsewhere, key).statusCode()).isEqualTo(302);
        assertThat(status(elsewhere, "/desk")).isEqualTo(200);

        HttpClient withoutKey = LoggedIn.browser();
        LoggedIn.tries(desk, withoutKey, "sekar", OWN);
        LoggedIn.post(desk, withoutKey, "/login/factor", "/login/factor", "code=" + encoded(recovery));
        assertThat(status(withoutKey, "/desk")).isEqualTo(200);
    }

    @Test
    void fiveWrongPasskeysAfterThePasswordAreAllThatIsLookedAt() throws Exception {
        HttpClient here = works("bayu");
        SoftwareAuthenticator key = new SoftwareAuthenticator(origin);
        adds(here, key, "current=" + OWN);
        HttpClient stranger = LoggedIn.browser();
        LoggedIn.tries(desk, stranger, "bayu", OWN);
        for (int tried = 0; tried < 5; tried++) {
            assertThat(second(stranger, new SoftwareAuthenticator(origin)).statusCode())
                    .isEqualTo(422);
        }

        assertThat(second(stranger, key).body()).contains("Tunggu 15 menit");
    }

    @Test
    void aPasskeyThatVerifiesItsUserIsBothFactors() throws Exception {
        HttpClient elsewhere = LoggedIn.browser();
        String answer = adminsKey.get(asked(elsewhere, "/login", "/login/passkey/begin", ""));

        HttpResponse<String> into =
                LoggedIn.post(desk, elsewhere, "/login", "/login/passkey", "assertion=" + encoded(answer));

        assertThat(location(into)).doesNotContain("login").doesNotContain("factor");
        assertThat(status(elsewhere, "/admin")).isEqualTo(200);
        assertThat(location(LoggedIn.post(
                        desk, LoggedIn.browser(), "/login", "/login/passkey", "assertion=" + encoded(answer))))
                .as("the same answer again, in another browser")
                .endsWith("/login?passkey");
        assertThat(location(LoggedIn.post(desk, elsewhere, "/login", "/login/passkey", "assertion=" + encoded(answer))))
                .as("and in this one")
                .endsWith("/login?passkey");
    }

    @Test
    void whoIsDisabledDoesNotLogInByPasskeyAndHasNoneAfterwards() throws Exception {
        HttpClient here = works("zaki");
        SoftwareAuthenticator key = new SoftwareAuthenticator(origin);
        adds(here, key, "current=" + OWN);
        assertThat(location(alone(key))).endsWith("/desk");

        assertThat(admin("/admin/people/zaki/enabled", "enabled=false").statusCode())
                .isEqualTo(302);
        assertThat(location(alone(key))).endsWith("/login?passkey");
        admin("/admin/people/zaki/enabled", "enabled=true");

        assertThat(location(alone(key))).endsWith("/login?passkey");
        assertThat(LoggedIn.tries(desk, LoggedIn.browser(), "zaki", OWN)).endsWith("/desk");
    }

    @Test
    void anAdministratorTakesLostPasskeysOff() throws Exception {
        HttpClient here = works("tirta");
        SoftwareAuthenticator key = new SoftwareAuthenticator(origin);
        adds(here, key, "current=" + OWN);

        admin("/admin/people/tirta/factor/take-off", "");

        assertThat(status(here, "/desk")).as("their sessions ended").isEqualTo(302);
        assertThat(location(alone(key))).endsWith("/login?passkey");
        assertThat(LoggedIn.tries(desk, LoggedIn.browser(), "tirta", OWN)).endsWith("/desk");
    }

    @Test
    void whoIsLockedOutThereIsSoForPasskeys() throws Exception {
        HttpClient here = works("laras");
        SoftwareAuthenticator key = new SoftwareAuthenticator(origin);
        adds(here, key, "current=" + OWN);
        SoftwareAuthenticator forged = key.withAnotherSignature();
        for (int tried = 0; tried < 10; tried++) {
            assertThat(location(alone(forged))).endsWith("/login?passkey");
        }

        assertThat(location(alone(key))).endsWith("/login?passkey");
        assertThat(LoggedIn.tries(desk, LoggedIn.browser(), "laras", OWN))
                .as("and for passwords")
                .endsWith("/login?error");
        assertThat(location(LoggedIn.post(
                        desk, LoggedIn.browser(), "/login", "/%6Cogin", "username=laras&password=" + OWN)))
                .as("however the address is written")
                .endsWith("/login?error");
    }

    @Test
    void aSecondPasskeyNeedsTheFirstAndEitherIsRemovedByTheOther() throws Exception {
        HttpClient here = works("ratih");
        SoftwareAuthenticator laptop = new SoftwareAuthenticator(origin);
        SoftwareAuthenticator phone = new SoftwareAuthenticator(origin);
        adds(here, laptop, "current=" + OWN);
        assertThat(begin(here, "current=" + OWN).statusCode())
                .as("the password is not enough any more")
                .isEqualTo(422);
        assertThat(adds(here, phone, proof(here, laptop)).statusCode()).isEqualTo(302);

        assertThat(removes(here, laptop, "").statusCode()).isEqualTo(422);
        assertThat(removes(here, laptop, proof(here, phone)).statusCode()).isEqualTo(302);

        assertThat(location(alone(laptop))).endsWith("/login?passkey");
        assertThat(location(alone(phone))).endsWith("/desk");
        assertThat(LoggedIn.get(desk, admin, "/admin/audit").body()).contains("ratih");
    }

    private HttpResponse<String> alone(SoftwareAuthenticator key) throws Exception {
        HttpClient somebody = LoggedIn.browser();
        String answer = key.get(asked(somebody, "/login", "/login/passkey/begin", ""));
        return LoggedIn.post(desk, somebody, "/login", "/login/passkey", "assertion=" + encoded(answer));
    }

    private HttpResponse<String> second(HttpClient somebody, SoftwareAuthenticator key) throws Exception {
        String answer = key.get(asked(somebody, "/login/factor", "/login/factor/passkey/begin", ""));
        return LoggedIn.post(desk, somebody, "/login/factor", "/login/factor/passkey", "assertion=" + encoded(answer));
    }

    private HttpResponse<String> begin(HttpClient somebody, String proof) throws Exception {
        return LoggedIn.post(desk, somebody, FACTOR, FACTOR + "/passkeys/begin", proof);
    }

    private HttpResponse<String> adds(HttpClient somebody, SoftwareAuthenticator key, String proof) throws Exception {
        String options = asked(somebody, FACTOR, FACTOR + "/passkeys/begin", proof);
        String form = "label=" + encoded("kunci <laptop>") + "&credential=" + encoded(key.create(options));
        return LoggedIn.post(desk, somebody, FACTOR, FACTOR + "/passkeys", form);
    }

    private HttpResponse<String> removes(HttpClient somebody, SoftwareAuthenticator key, String proof)
            throws Exception {
        return LoggedIn.post(desk, somebody, FACTOR, FACTOR + "/passkeys/remove", "key=" + key.key() + "&" + proof);
    }

    private String proof(HttpClient somebody, SoftwareAuthenticator key) throws Exception {
        return "assertion=" + encoded(key.get(asked(somebody, FACTOR, FACTOR + "/passkeys/proof", "")));
    }

    private String asked(HttpClient somebody, String page, String path, String form) throws Exception {
        HttpResponse<String> answer = LoggedIn.post(desk, somebody, page, path, form);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> admin(String path, String form) throws Exception {
        return LoggedIn.post(desk, admin, "/admin/people", path, form);
    }

    private HttpClient works(String login) throws Exception {
        String added = LoggedIn.post(
                        desk,
                        admin,
                        "/admin/people",
                        "/admin/people",
                        "login=" + login + "&name=" + login + "&roles=agent&unit=dinas-pupr&scope=all")
                .body();
        HttpClient somebody = LoggedIn.browser();
        LoggedIn.tries(desk, somebody, login, first(SECRET, added));
        LoggedIn.post(desk, somebody, "/password", "/password", "password=" + OWN);
        return somebody;
    }

    private int status(HttpClient somebody, String path) throws Exception {
        return LoggedIn.get(desk, somebody, path).statusCode();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("nowhere");
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).as(pattern + " in " + text).isTrue();
        return found.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
