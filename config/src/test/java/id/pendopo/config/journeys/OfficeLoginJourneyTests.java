package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.config.journeys.FakeOffice.Employee;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Log-ins by the office's OpenID provider, on a desk where second factors are required. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficeLoginJourneyTests {

    @TempDir
    static Path data;

    private final FakeOffice office = new FakeOffice();
    private DeskProcess desk;

    @BeforeAll
    void open() {
        Map<String, String> settings = new HashMap<>(office.settings());
        settings.put("PENDOPO_SECURITY_SECOND_FACTOR", "required");
        desk = DeskProcess.demo(data, settings);
    }

    @AfterAll
    void close() {
        desk.close();
        office.close();
    }

    @Test
    void peopleComeInByTheirOfficeWithTheRolesThatTheyHaveHere() throws Exception {
        HttpClient early = LoggedIn.browser();
        assertThat(LoggedIn.get(desk, early, "/login").body()).contains("Masuk dengan SSO Wanasari");
        assertThat(next(early, desk.uri("/login/office")))
                .as("the provider is away, and the desk started all the same")
                .endsWith("/login?office=away");
        office.open(desk.publicUrl());

        HttpClient ani = LoggedIn.browser();
        assertThat(comesIn(ani, new Employee("s-1", "agent"))).endsWith("/desk");
        assertThat(LoggedIn.get(desk, ani, "/desk").statusCode()).isEqualTo(200);
        assertThat(LoggedIn.get(desk, ani, "/admin").statusCode()).isEqualTo(403);

        assertThat(comesIn(LoggedIn.browser(), new Employee("s-1", "renamed")))
                .as("whoever is bound is known by the subject, whatever they are called")
                .endsWith("/desk");
        assertThat(comesIn(LoggedIn.browser(), new Employee("s-2", "agent")))
                .as("a name that the provider gave to somebody else opens nothing")
                .endsWith("/login?office=other");
        assertThat(comesIn(LoggedIn.browser(), new Employee("s-3", "siapa"))).endsWith("/login?office=unknown");
        assertThat(LoggedIn.get(desk, LoggedIn.browser(), "/login?office=unknown")
                        .body())
                .contains("belum terdaftar di sini");

        assertThat(comesIn(LoggedIn.browser(), new Employee("s-4", "supervisor", "pwd")))
                .as("a password there is one factor")
                .endsWith("/password/factor");
        HttpClient admin = LoggedIn.browser();
        assertThat(comesIn(admin, new Employee("s-5", "admin", "pwd", "otp"))).doesNotContain("factor");
        assertThat(LoggedIn.get(desk, admin, "/admin").statusCode()).isEqualTo(200);

        LoggedIn.post(desk, admin, "/admin/people", "/admin/people/agent/enabled", "enabled=false");
        assertThat(LoggedIn.get(desk, ani, "/desk").statusCode()).isEqualTo(302);
        assertThat(comesIn(LoggedIn.browser(), new Employee("s-1", "agent"))).endsWith("/login?office=disabled");
        LoggedIn.post(desk, admin, "/admin/people", "/admin/people/agent/enabled", "enabled=true");
        LoggedIn.post(desk, admin, "/admin/people", "/admin/people/agent/office/unbind", "");
        assertThat(comesIn(LoggedIn.browser(), new Employee("s-2", "agent"))).endsWith("/desk");
    }

    @Test
    void aCodeThatNobodyAskedForOpensNothing() throws Exception {
        assertThat(next(LoggedIn.browser(), desk.uri("/login/oauth2/code/office?code=c&state=s")))
                .endsWith("/login?office=away");
    }

    private String comesIn(HttpClient browser, Employee employee) throws Exception {
        office.seat(employee);
        URI begin = desk.uri("/login/office");
        String authorization = next(browser, begin.resolve(next(browser, begin)));
        assertThat(authorization).startsWith(office.issuer()).contains("code_challenge=", "nonce=");
        String back = next(browser, URI.create(authorization));
        assertThat(back).startsWith(desk.publicUrl() + "/login/oauth2/code/office");
        return next(browser, URI.create(back));
    }

    /** Where a page leads to. */
    private static String next(HttpClient browser, URI address) throws Exception {
        HttpResponse<String> answer =
                browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(address + " " + answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
