package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a program of the office adds people and keys, and how the office names itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleApiJourneyTests {

    @TempDir
    static Path data;

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newHttpClient();
    private DeskProcess desk;

    @BeforeAll
    void open() {
        desk = DeskProcess.demo(data, Map.of());
    }

    @AfterAll
    void close() {
        desk.close();
    }

    @Test
    void somebodyNewGetsAPasswordThatOpensTheDoorOnce() throws Exception {
        HttpResponse<String> made = post(
                "/api/v1/people",
                "{\"login\":\"sari\",\"name\":\"Sari\",\"roles\":[\"agent\"],\"unit\":\"dinas-pupr\"}");

        assertThat(made.statusCode()).isEqualTo(201);
        JsonNode sari = json.readTree(made.body());
        assertThat(sari.at("/scope").asString()).isEqualTo("unit");
        assertThat(LoggedIn.tries(
                        desk, LoggedIn.browser(), "sari", sari.at("/password").asString()))
                .endsWith("/password");
        assertThat(get("/api/v1/people").body()).contains("\"login\":\"sari\"").doesNotContain("password\":\"");
    }

    @Test
    void whatIsLeftOutStays() throws Exception {
        post("/api/v1/people", "{\"login\":\"tuti\",\"name\":\"Tuti\",\"roles\":[\"agent\"],\"unit\":\"dinas-pupr\"}");

        HttpResponse<String> left = post("/api/v1/people", "{\"login\":\"tuti\",\"enabled\":false}");

        assertThat(left.statusCode()).isEqualTo(200);
        JsonNode tuti = json.readTree(left.body());
        assertThat(tuti.at("/enabled").asBoolean()).isFalse();
        assertThat(tuti.at("/name").asString()).isEqualTo("Tuti");
        assertThat(tuti.at("/unit").asString()).isEqualTo("dinas-pupr");
        assertThat(tuti.has("password")).isFalse();
    }

    @Test
    void aCallThatIsRepeatedIsCarriedOutOnce() throws Exception {
        String body = "{\"name\":\"papan\",\"roles\":[\"agent\"]}";
        HttpResponse<String> first = post("/api/v1/keys", body, Optional.of("key-1"));
        String key = json.readTree(first.body()).at("/key").asString();

        HttpResponse<String> again = post("/api/v1/keys", body, Optional.of("key-1"));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).doesNotContain("\"key\"");
        assertThat(status(key, "/api/v1/tickets")).isEqualTo(200);
        assertThat(post("/api/v1/keys", "{\"name\":\"lain\",\"roles\":[\"agent\"]}", Optional.of("key-1"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aRevokedKeyOpensNothing() throws Exception {
        String key = json.readTree(post("/api/v1/keys", "{\"name\":\"lama\",\"roles\":[\"agent\"]}")
                        .body())
                .at("/key")
                .asString();

        assertThat(post("/api/v1/keys", "{\"name\":\"lama\",\"revoke\":true}").body())
                .contains("\"revoked\":true");

        assertThat(status(key, "/api/v1/tickets")).isEqualTo(401);
        assertThat(get("/api/v1/keys").body()).doesNotContain("\"lama\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/people | {\"login\":\"ida\",\"roles\":[\"raja\"]} | 422 | roles",
                "/api/v1/people | {\"login\":\"ida\"} | 422 | roles",
                "/api/v1/people | {\"login\":\"ida\",\"roles\":[\"agent\"],\"unit\":\"dinas-sihir\"} | 422 | unit",
                "/api/v1/people | {\"login\":\"ida\",\"roles\":[\"agent\"],\"peran\":\"x\"} | 400 | peran",
                "/api/v1/people | {\"roles\":[\"agent\"]} | 400 | login",
                "/api/v1/people | {\"login\":\"ida\",\"enabled\":false} | 404 | login",
                "/api/v1/people | {\"login\":\"admin\",\"enabled\":false} | 409 | roles",
                "/api/v1/people?dryrun=1 | {\"login\":\"ida\",\"roles\":[\"agent\"]} | 400 | dryrun",
                "/api/v1/people | {login | 400 | JSON",
                "/api/v1/keys | {\"name\":\"agent\",\"roles\":[\"agent\"]} | 409 | login",
                "/api/v1/keys | {\"name\":\"x\",\"roles\":[\"agent\"],\"scope\":\"own\"} | 422 | scope",
                "/api/v1/keys | {\"name\":\"nihil\",\"revoke\":true} | 404 | login"
            })
    void aMistakeIsAProblemThatNamesTheField(String path, String body, int status, String field) throws Exception {
        HttpResponse<String> answer = post(path, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains(field);
    }

    @Test
    void anUnknownParameterIsRefusedByName() throws Exception {
        for (String path :
                new String[] {"/api/v1/people", "/api/v1/keys", "/api/v1/units", "/api/v1/categories", "/api/v1/tickets"
                }) {
            HttpResponse<String> answer = get(path + "?statsu=open");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("statsu");
        }
        assertThat(get("/api/v1/people?after=m").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"agent", "supervisor", "editor"})
    void onlyKeysOfAdministratorsMay(String role) throws Exception {
        String key = desk.printed("apikey", role).orElseThrow();
        assertThat(status(key, "/api/v1/people")).isEqualTo(403);
        assertThat(status(key, "/api/v1/keys")).isEqualTo(403);
    }

    @Test
    void theAgencyNamesItselfAndWhoWasSlowerIsTold() throws Exception {
        HttpClient admin = LoggedIn.as(desk, "admin");
        String page = "/admin/desk/agency";
        assertThat(LoggedIn.get(desk, admin, page).body()).contains("Kabupaten Wanasari", "PENDOPO_PACK");
        String form = "version=0&texting=&phone=0274+555+0100&bot=%40sekawan_bot&name=";

        assertThat(LoggedIn.post(desk, admin, page, page, form + "").statusCode())
                .isEqualTo(422);
        assertThat(LoggedIn.post(desk, admin, page, page, form + "Kabupaten+Sekawan")
                        .statusCode())
                .isEqualTo(302);
        HttpResponse<String> late = LoggedIn.post(desk, admin, page, page, form + "Kota+Lain");

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("Orang lain baru saja mengubahnya", "Kabupaten Sekawan", "value=\"Kota Lain\"");
        assertThat(LoggedIn.get(desk, HttpClient.newHttpClient(), "/").body())
                .contains("Kabupaten Sekawan", "0274 555 0100", "@sekawan_bot")
                .doesNotContain("Kabupaten Wanasari</h1>", "Kota Lain");
        assertThat(LoggedIn.get(desk, HttpClient.newHttpClient(), "/help/ktp-el-hilang")
                        .body())
                .containsPattern("\"publisher\":\\{[^}]*Kabupaten Sekawan");
        assertThat(LoggedIn.get(desk, admin, "/admin/audit").body()).contains("Kabupaten Sekawan", "Nama instansi");
    }

    @Test
    void theDescriptionHasThem() throws Exception {
        JsonNode described = json.readTree(get("/api/openapi.json").body());
        assertThat(described.at("/paths/~1api~1v1~1people/post").isObject()).isTrue();
        assertThat(described.at("/paths/~1api~1v1~1keys/get").isObject()).isTrue();
        assertThat(described.at("/paths/~1api~1v1~1units/post").isObject()).isTrue();
        assertThat(described.at("/paths/~1api~1v1~1categories/get").isObject()).isTrue();
        assertThat(described.at("/components/schemas").toString()).doesNotContain("\"others\"");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return post(path, body, Optional.empty());
    }

    private HttpResponse<String> post(String path, String body, Optional<String> once)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
        once.ifPresent(key -> request.header("Idempotency-Key", key));
        return http.send(request.POST(HttpRequest.BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private int status(String key, String path) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(desk.uri(path))
                                .header("Authorization", "Bearer " + key)
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(desk.uri(path))
                .header(
                        "Authorization",
                        "Bearer " + desk.printed("apikey", "admin").orElseThrow());
    }
}
