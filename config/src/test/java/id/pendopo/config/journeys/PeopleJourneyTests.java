package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.config.security.factor.AuthenticatorApp;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How an office adds its people, and how somebody leaves it, by the pages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleJourneyTests {

    private static final Pattern SECRET = Pattern.compile("<code class=\"secret\">([^<]+)</code>");
    private static final String OWN = "sandi-pilihan-sendiri";

    @TempDir
    static Path data;

    private DeskProcess desk;
    private HttpClient admin;

    @BeforeAll
    void open() throws Exception {
        desk = DeskProcess.demo(data, Map.of());
        admin = LoggedIn.as(desk, "admin");
    }

    @AfterAll
    void close() {
        desk.close();
    }

    @Test
    void aNewPersonChoosesAPasswordAndThenWorks() throws Exception {
        String handedOut = added("sari", "Sari", "roles=agent&unit=dinas-pupr&scope=");
        HttpClient sari = LoggedIn.browser();
        assertThat(LoggedIn.tries(desk, sari, "sari", handedOut)).endsWith("/password");

        assertThat(choose(sari, "password=" + OWN)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/desk");

        assertThat(status(sari, "/desk")).isEqualTo(200);
        assertThat(LoggedIn.get(desk, admin, "/admin/people/sari").body())
                .contains("value=\"unit\" selected", "value=\"dinas-pupr\" selected");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/desk", "/%64esk", "/desk/", "/desk/events", "/desk/knowledge", "/%61dmin", "/admin/people"})
    void aHandedOutPasswordOpensNothing(String path) throws Exception {
        String login = "baru" + Math.abs(path.hashCode());
        HttpClient somebody = LoggedIn.browser();
        LoggedIn.tries(desk, somebody, login, added(login, "Baru", "roles=admin"));

        HttpResponse<String> answer = LoggedIn.get(desk, somebody, path);

        assertThat(answer.statusCode()).isBetween(300, 499);
        assertThat(answer.body()).doesNotContain("<main");
    }

    @Test
    void aHandedOutPasswordWorksOnce() throws Exception {
        String handedOut = added("tono", "Tono", "roles=agent");
        assertThat(LoggedIn.tries(desk, LoggedIn.browser(), "tono", handedOut)).endsWith("/password");

        assertThat(LoggedIn.tries(desk, LoggedIn.browser(), "tono", handedOut)).endsWith("/login?expired");
        assertThat(LoggedIn.tries(desk, LoggedIn.browser(), "tono", "salah-sama-sekali"))
                .endsWith("/login?error");
    }

    @Test
    void whoIsDisabledLosesSessionAndStreamWithinSeconds() throws Exception {
        HttpClient somebody = works("umar", "roles=agent");
        CompletableFuture<Long> stream = streamEnds(somebody);

        long disabled = System.nanoTime();
        assertThat(admin("/admin/people/umar/enabled", "enabled=false").statusCode())
                .isEqualTo(302);

        assertThat(status(somebody, "/desk")).isEqualTo(302);
        assertThat(Duration.ofNanos(stream.get(10, TimeUnit.SECONDS) - disabled))
                .isLessThan(Duration.ofSeconds(5));
        assertThat(LoggedIn.tries(desk, LoggedIn.browser(), "umar", OWN)).endsWith("/login?error");
        assertThat(LoggedIn.get(desk, admin, "/admin/people").body()).contains("nonaktif");
    }

    @Test
    void whoMayDoLessLosesTheirSession() throws Exception {
        HttpClient somebody = works("vina", "roles=agent&roles=supervisor");
        assertThat(status(somebody, "/desk/outbox")).isEqualTo(200);

        admin("/admin/people/vina", "name=Vina&roles=agent");

        assertThat(status(somebody, "/desk/outbox")).isEqualTo(302);
        HttpClient again = LoggedIn.browser();
        LoggedIn.tries(desk, again, "vina", OWN);
        assertThat(status(again, "/desk")).isEqualTo(200);
        assertThat(status(again, "/desk/outbox")).isEqualTo(403);
    }

    @Test
    void whoMayDoMoreMayDoItAtOnce() throws Exception {
        HttpClient somebody = works("wayan", "roles=agent");

        admin("/admin/people/wayan", "name=Wayan&roles=agent&roles=editor");

        assertThat(status(somebody, "/desk/knowledge/gaps")).isEqualTo(200);
    }

    @Test
    void changingThePasswordAsksForTheOldOneAndEndsOtherSessions() throws Exception {
        HttpClient here = works("yuni", "roles=agent");
        HttpClient elsewhere = LoggedIn.browser();
        LoggedIn.tries(desk, elsewhere, "yuni", OWN);

        assertThat(choose(here, "password=sandi-yang-baru-sekali").statusCode()).isEqualTo(422);
        assertThat(status(elsewhere, "/desk")).isEqualTo(200);
        assertThat(choose(here, "current=" + OWN + "&password=sandi-yang-baru-sekali")
                        .statusCode())
                .isEqualTo(302);

        assertThat(status(here, "/desk")).isEqualTo(200);
        assertThat(status(elsewhere, "/desk")).isEqualTo(302);
    }

    @Test
    void ownSessionsAreListedAndEnded() throws Exception {
        HttpClient here = works("zaki", "roles=agent");
        HttpClient elsewhere = LoggedIn.browser();
        LoggedIn.tries(desk, elsewhere, "zaki", OWN);
        Matcher other = Pattern.compile("name=\"key\" value=\"([^\"]+)\"")
                .matcher(LoggedIn.get(desk, here, "/password").body());
        assertThat(other.find()).isTrue();

        LoggedIn.post(desk, here, "/password", "/password/sessions/end", "key=" + other.group(1));

        assertThat(status(elsewhere, "/desk")).isEqualTo(302);
        assertThat(status(here, "/desk")).isEqualTo(200);
    }

    @Test
    void whoHasASecondFactorGivesItBeforeAnythingOpens() throws Exception {
        HttpClient here = works("sekar", "roles=agent");
        assertThat(begin(here, "current=bukan-sandinya").statusCode()).isEqualTo(422);
        begin(here, "current=" + OWN);
        AuthenticatorApp app = app(here);
        HttpResponse<String> codes = factor(here, "confirm", "code=" + app.code(Instant.now()));
        assertThat(codes.body()).contains("<code class=\"secret\">");
        String recovery =
                SECRET.matcher(codes.body()).results().findFirst().orElseThrow().group(1);
        assertThat(status(here, "/desk")).as("this session has proved it").isEqualTo(200);

        HttpClient elsewhere = LoggedIn.browser();
        assertThat(LoggedIn.tries(desk, elsewhere, "sekar", OWN)).endsWith("/login/factor");
        for (String closed : List.of("/desk", "/%64esk", "/desk/events", "/password", "/password/factor", "/admin")) {
            HttpResponse<String> answer = LoggedIn.get(desk, elsewhere, closed);
            assertThat(answer.headers().firstValue("Location").orElse(""))
                    .as(closed)
                    .endsWith("/login/factor");
            assertThat(answer.body()).doesNotContain("<main");
        }
        assertThat(give(elsewhere, "000000").statusCode()).isEqualTo(422);
        assertThat(give(elsewhere, app.code(Instant.now().plusSeconds(30))).statusCode())
                .isEqualTo(302);
        assertThat(status(elsewhere, "/desk")).isEqualTo(200);

        HttpClient withoutPhone = LoggedIn.browser();
        LoggedIn.tries(desk, withoutPhone, "sekar", OWN);
        assertThat(give(withoutPhone, recovery).statusCode()).isEqualTo(302);
        assertThat(status(withoutPhone, "/desk")).isEqualTo(200);
    }

    @Test
    void anAdministratorSeesAndEndsOneSessionOfSomebody() throws Exception {
        HttpClient here = works("ratih", "roles=agent");
        Matcher key = Pattern.compile("name=\"key\" value=\"([^\"]+)\"")
                .matcher(LoggedIn.get(desk, admin, "/admin/people/ratih").body());
        assertThat(key.find()).isTrue();
        HttpClient elsewhere = LoggedIn.browser();
        LoggedIn.tries(desk, elsewhere, "ratih", OWN);

        admin("/admin/people/agent/sessions/end-one", "key=" + key.group(1));
        assertThat(status(here, "/desk"))
                .as("a key of somebody else ends nothing")
                .isEqualTo(200);
        admin("/admin/people/ratih/sessions/end-one", "key=" + key.group(1));

        assertThat(status(here, "/desk")).isEqualTo(302);
        assertThat(status(elsewhere, "/desk")).isEqualTo(200);
        assertThat(LoggedIn.get(desk, admin, "/admin/audit").body()).contains("dikeluarkan dari satu perangkat");
    }

    @Test
    void anAdministratorTakesALostSecondFactorOff() throws Exception {
        HttpClient somebody = works("tirta", "roles=agent");
        begin(somebody, "current=" + OWN);
        factor(somebody, "confirm", "code=" + app(somebody).code(Instant.now()));

        assertThat(admin("/admin/people/tirta/factor/take-off", "").statusCode())
                .isEqualTo(302);

        assertThat(status(somebody, "/desk")).as("their sessions ended").isEqualTo(302);
        assertThat(LoggedIn.tries(desk, LoggedIn.browser(), "tirta", OWN)).endsWith("/desk");
        assertThat(LoggedIn.get(desk, admin, "/admin/audit").body()).contains("Verifikasi dua langkah");
    }

    private HttpResponse<String> begin(HttpClient somebody, String form) throws Exception {
        return factor(somebody, "begin", form);
    }

    private HttpResponse<String> factor(HttpClient somebody, String step, String form) throws Exception {
        return LoggedIn.post(desk, somebody, "/password/factor", "/password/factor/" + step, form);
    }

    private HttpResponse<String> give(HttpClient somebody, String code) throws Exception {
        return LoggedIn.post(desk, somebody, "/login/factor", "/login/factor", "code=" + encoded(code));
    }

    private AuthenticatorApp app(HttpClient somebody) throws Exception {
        return new AuthenticatorApp(secret(LoggedIn.get(desk, somebody, "/password/factor")));
    }

    @ParameterizedTest
    @CsvSource({
        "pendek, Kata sandi terlalu pendek",
        "PANJANG, Kata sandi terlalu panjang",
        "NAMA, sama dengan nama pengguna"
    })
    void aPasswordThatWillNotDoIsToldSo(String kind, String sentence) throws Exception {
        String login = "aku." + kind.toLowerCase() + ".sendiri";
        HttpClient somebody = LoggedIn.browser();
        LoggedIn.tries(desk, somebody, login, added(login, "Aku", "roles=agent"));
        String chosen = switch (kind) {
            case "PANJANG" -> "é".repeat(37);
            case "NAMA" -> login;
            default -> kind;
        };

        HttpResponse<String> answer = choose(somebody, "password=" + encoded(chosen));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "login=Bukan+Nama&roles=agent, login-error",
        "login=agent&roles=agent, login-error",
        "login=demo-agent&roles=agent, login-error",
        "login=lina, Pilih paling sedikit satu peran",
        "login=lina&roles=raja, Pilih paling sedikit satu peran",
        "login=lina&roles=agent&unit=dinas-sihir, unit-error",
        "login=lina&roles=agent&scope=unit, scope-error"
    })
    void aMistakeIsToldBesideItsField(String form, String told) throws Exception {
        HttpResponse<String> answer = admin("/admin/people", form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("class=\"error-summary\"", told);
        assertThat(status(admin, "/admin/people/lina")).isEqualTo(404);
    }

    @Test
    void aKeyOpensTheApiUntilItIsRevoked() throws Exception {
        String key = secret(admin("/admin/keys", "login=loket&roles=agent&unit=dinas-pupr"));
        assertThat(call(key)).isEqualTo(200);
        assertThat(LoggedIn.get(desk, admin, "/admin/keys").body())
                .contains("loket")
                .doesNotContain(key);

        assertThat(admin("/admin/keys", "login=loket&roles=agent").statusCode()).isEqualTo(422);
        admin("/admin/keys/revoke", "label=loket");

        assertThat(call(key)).isEqualTo(401);
    }

    @Test
    void everyChangeIsOnRecordWithoutSecrets() throws Exception {
        String handedOut = added("rina", "Rina", "roles=agent&unit=dinas-pupr");
        admin("/admin/people/rina", "name=Rina+S.&roles=agent&roles=editor&unit=dinas-pupr");
        String key = secret(admin("/admin/keys", "login=statistik&roles=agent"));

        String audit = LoggedIn.get(desk, admin, "/admin/audit").body();

        assertThat(audit)
                .contains("rina", "Rina S.", "Petugas, Penyunting", "statistik", "<td>admin</td>")
                .doesNotContain(handedOut)
                .doesNotContain(key);
    }

    @Test
    void onlyAdministratorsSeeThesePages() throws Exception {
        for (String path : new String[] {"/admin/people", "/admin/keys", "/admin/audit"}) {
            assertThat(status(LoggedIn.as(desk, "supervisor"), path)).isEqualTo(403);
            assertThat(LoggedIn.get(desk, admin, "/admin").body()).contains("href=\"" + path + "\"");
        }
    }

    private HttpClient works(String login, String form) throws Exception {
        HttpClient somebody = LoggedIn.browser();
        LoggedIn.tries(desk, somebody, login, added(login, login, form));
        assertThat(choose(somebody, "password=" + OWN).statusCode()).isEqualTo(302);
        assertThat(status(somebody, "/desk")).isEqualTo(200);
        return somebody;
    }

    private String added(String login, String name, String form) throws Exception {
        return secret(admin("/admin/people", "login=" + login + "&name=" + name + "&" + form));
    }

    private static String secret(HttpResponse<String> page) {
        Matcher secret = SECRET.matcher(page.body());
        assertThat(secret.find()).as(page.body()).isTrue();
        return secret.group(1);
    }

    private HttpResponse<String> admin(String path, String form) throws Exception {
        return LoggedIn.post(desk, admin, "/admin/people", path, form);
    }

    private HttpResponse<String> choose(HttpClient somebody, String form) throws Exception {
        return LoggedIn.post(desk, somebody, "/password", "/password", form);
    }

    private int status(HttpClient somebody, String path) throws IOException, InterruptedException {
        return LoggedIn.get(desk, somebody, path).statusCode();
    }

    private int call(String key) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(desk.uri("/api/v1/tickets"))
                                .header("Authorization", "Bearer " + key)
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    /** When the stream of somebody's desk ends. */
    private CompletableFuture<Long> streamEnds(HttpClient somebody) throws IOException, InterruptedException {
        HttpResponse<InputStream> stream =
                somebody.send(HttpRequest.newBuilder(desk.uri("/desk/events")).build(), BodyHandlers.ofInputStream());
        assertThat(stream.statusCode()).isEqualTo(200);
        return CompletableFuture.supplyAsync(() -> {
            try (InputStream body = stream.body()) {
                body.readAllBytes();
            } catch (IOException broken) {
                // Cut off is over as well.
            }
            return System.nanoTime();
        });
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
