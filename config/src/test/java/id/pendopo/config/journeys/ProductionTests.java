package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.config.security.factor.AuthenticatorApp;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductionTests {

    @TempDir
    Path data;

    @Test
    void startsOnlyOnceEverythingIsInOrder() throws Exception {
        String refusal = run("start");
        assertThat(refusal).contains("administrator", "./pendopo admin NAME", "PENDOPO_PUBLIC_URL");

        String password = run("admin", "dewi")
                .lines()
                .filter(line -> line.startsWith("login dewi "))
                .findFirst()
                .orElseThrow()
                .substring("login dewi ".length());
        Map<String, String> environment = new HashMap<>(environment());
        environment.put("PENDOPO_PUBLIC_URL", "https://desk.example.org");
        environment.put("PENDOPO_CHANNELS_ACCOUNTS_SMSMAIN_KIND", "twilio-sms");
        environment.put("PENDOPO_CHANNELS_ACCOUNTS_SMSMAIN_ACCOUNTSID", SmsCitizen.ACCOUNT);
        environment.put("PENDOPO_CHANNELS_ACCOUNTS_SMSMAIN_FROM", SmsCitizen.DESK);
        assertThat(run(environment, "start"))
                .contains("account smsmain", "set PENDOPO_CHANNELS_ACCOUNTS_SMSMAIN_AUTHTOKEN or");

        environment.put("PENDOPO_CHANNELS_ACCOUNTS_SMSMAIN_AUTHTOKEN", SmsCitizen.TOKEN);
        try (DeskProcess desk = DeskProcess.start(data, environment, List.of("start"))) {
            HttpRequest hall = HttpRequest.newBuilder(desk.uri("/")).build();
            assertThat(HttpClient.newHttpClient()
                            .send(hall, BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
            assertThat(run("doctor")).contains("ok    administrator", "ok    figures without source: 0");
            anAdministratorSetsUpASecondFactorFirst(desk, password);
            assertThat(desk.log()).doesNotContain(password).doesNotContain(SmsCitizen.TOKEN);
        }
    }

    private static void anAdministratorSetsUpASecondFactorFirst(DeskProcess desk, String password) throws Exception {
        HttpClient dewi = LoggedIn.browser();
        assertThat(LoggedIn.tries(desk, dewi, "dewi", password)).endsWith("/password");
        LoggedIn.post(desk, dewi, "/password", "/password", "password=sandi-pilihan-sendiri");
        for (String closed : List.of("/admin", "/%61dmin", "/admin/people", "/desk", "/password", "/login/done")) {
            assertThat(LoggedIn.get(desk, dewi, closed).headers().firstValue("Location"))
                    .as(closed)
                    .hasValueSatisfying(next -> assertThat(next).endsWith("/password/factor"));
        }
        LoggedIn.post(desk, dewi, "/password/factor", "/password/factor/begin", "");
        Matcher key = Pattern.compile("<code class=\"secret\">([^<]+)</code>")
                .matcher(LoggedIn.get(desk, dewi, "/password/factor").body());
        assertThat(key.find()).isTrue();
        String code = new AuthenticatorApp(key.group(1)).code(Instant.now());
        LoggedIn.post(desk, dewi, "/password/factor", "/password/factor/confirm", "code=" + code);

        assertThat(LoggedIn.get(desk, dewi, "/admin").statusCode()).isEqualTo(200);
        assertThat(LoggedIn.post(desk, dewi, "/password/factor", "/password/factor/remove", "code=" + code)
                        .statusCode())
                .as("a role that needs it cannot switch it off")
                .isEqualTo(422);
    }

    private Map<String, String> environment() {
        return Map.of(
                "PENDOPO_DATA",
                data.toString(),
                "PENDOPO_PORT",
                "" + DeskProcess.freePort(),
                "SERVER_ADDRESS",
                "127.0.0.1");
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        return run(environment(), arguments);
    }

    private String run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(DeskProcess.java(List.of(arguments))).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}
