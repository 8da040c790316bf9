package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets through which door, in the application as it runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorsTests {

    @TempDir
    static Path data;

    private DeskProcess desk;

    @BeforeAll
    void open() {
        desk = DeskProcess.demo(data, Map.of());
    }

    @AfterAll
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @CsvSource({
        "agent, /desk, 200",
        "agent2, /desk, 200",
        "agent, /desk/outbox, 403",
        "agent, /admin, 403",
        "agent, /admin/desk, 403",
        "supervisor, /desk/outbox, 200",
        "agent, /desk/confidential, 403",
        "supervisor, /desk/confidential, 200",
        "supervisor, /admin, 403",
        "editor, /desk, 403",
        "editor, /desk/knowledge/usefulness, 200",
        "agent, /desk/knowledge/usefulness, 403",
        "editor, /desk/knowledge/gaps, 200",
        "editor, /desk/knowledge/export, 200",
        "agent, /desk/knowledge, 200",
        "agent, /desk/knowledge/kk-hilang/id, 200",
        "agent, /desk/knowledge/kk-hilang/id/edit, 403",
        "agent, /desk/knowledge/gaps, 403",
        "agent, /desk/knowledge/import, 403",
        "agent, /desk/knowledge/export, 403",
        "supervisor, /desk/knowledge/export, 403",
        "admin, /desk/outbox, 200",
        "admin, /admin, 200",
        "admin, /admin/desk, 200",
        "admin, /admin/start, 200",
        "agent, /admin/start, 403",
        "agent, /admin/desk/agency, 403",
        "admin, /admin/desk/new-unit, 200",
        "admin, /admin/desk/new-category, 200",
        "admin, /admin/desk/categories/jalan-rusak, 200",
        "agent, /admin/desk/units/bpbd, 403",
        "admin, /admin/desk/units/bpbd, 200",
        "agent, /admin/desk/categories/pungli/readers, 403",
        "admin, /admin/desk/categories/pungli/readers, 200",
        "admin, /admin/desk/categories/tidak-ada, 404"
    })
    void peopleGetWhatTheirRoleOpens(String role, String path, int status) throws Exception {
        assertThat(get(LoggedIn.as(desk, role), path).statusCode()).isEqualTo(status);
    }

    @Test
    void whoIsKnownAndComesToAClosedDoorIsWrittenDown() throws Exception {
        assertThat(get(LoggedIn.as(desk, "agent"), "/admin/people").statusCode())
                .isEqualTo(403);

        assertThat(desk.log()).contains("Access was refused to somebody who is known, at the door admin");
    }

    @ParameterizedTest
    @CsvSource({
        "agent, care, 403",
        "supervisor, care, 403",
        "editor, care, 302",
        "agent, rollback, 403",
        "agent, approve, 403",
        "agent, compared, 403"
    })
    void onlyEditorsCareForArticles(String role, String wish, int status) throws Exception {
        HttpResponse<String> answer = LoggedIn.post(
                desk,
                LoggedIn.as(desk, role),
                "/desk/knowledge/kk-hilang/id",
                "/desk/knowledge/kk-hilang/id/" + wish,
                "owner=Disdukcapil&reviewBy=2099-01-31&version=1&revision=1");

        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "agent, /api/v1/tickets, 200",
        "agent, /actuator/prometheus, 403",
        "admin, /actuator/prometheus, 200",
    })
    void programsGetWhatTheirKeyOpens(String role, String path, int status) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(desk.uri(path))
                .header(
                        "Authorization",
                        "Bearer " + desk.printed("apikey", role).orElseThrow())
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "/desk, 302",
        "/desk/knowledge/usefulness, 302",
        "/desk/knowledge, 302",
        "/desk/knowledge/export, 302",
        "/api/v1/tickets, 401",
        "/actuator/prometheus, 401",
        "/actuator/health, 200",
        "/livez, 200"
    })
    void strangersStayOutside(String path, int status) throws Exception {
        HttpClient stranger = HttpClient.newHttpClient();
        assertThat(get(stranger, path).statusCode()).isEqualTo(status);
    }

    @Test
    void aBrowserGetsAPageWhereAProgramGetsAProblem() throws Exception {
        HttpClient stranger = HttpClient.newHttpClient();
        HttpRequest browser = HttpRequest.newBuilder(desk.uri("/tidak-ada"))
                .header("Accept", "text/html,application/xhtml+xml")
                .build();
        HttpResponse<String> page = stranger.send(browser, BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Halaman tidak ditemukan", "Kabupaten Wanasari");

        HttpResponse<String> problem = get(stranger, "/api/tidak-ada");
        assertThat(problem.statusCode()).isEqualTo(404);
        assertThat(problem.body()).contains("\"status\":404");
        assertThat(problem.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/logout", "/desk/tickets/1/reply", "/nowhere"})
    void aFormWithoutATokenIsRefusedAndLeavesNoSession(String path) throws Exception {
        HttpResponse<String> refused = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(desk.uri(path))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("username=agent&password=x"))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void nothingFromElsewhereRunsOnAPage() throws Exception {
        HttpResponse<String> hall = get(HttpClient.newHttpClient(), "/");
        assertThat(hall.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'")
                .doesNotContain("unsafe");
        assertThat(hall.headers().allValues("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/tickets", "/actuator/health", "/webhooks/nowhere"})
    void whatNoBrowserShowsIsFramedNowhereAndRunsNothing(String path) throws Exception {
        assertThat(get(HttpClient.newHttpClient(), path)
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'");
    }

    @Test
    void logOutEndsTheSessionAndEmptiesTheBrowser() throws Exception {
        HttpClient agent = LoggedIn.as(desk, "agent");

        HttpResponse<String> out = LoggedIn.post(desk, agent, "/desk", "/logout", "");

        assertThat(out.statusCode()).isEqualTo(302);
        assertThat(out.headers().firstValue("Clear-Site-Data")).contains("\"storage\"");
        assertThat(get(agent, "/desk").statusCode()).isEqualTo(302);
    }

    private HttpResponse<String> get(HttpClient someone, String path) throws IOException, InterruptedException {
        return LoggedIn.get(desk, someone, path);
    }
}
