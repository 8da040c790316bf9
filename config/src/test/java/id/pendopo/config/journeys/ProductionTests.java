package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.config.OnSecondThread;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnSecondThread
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
            HttpResponse<String> hall = answer(HttpRequest.newBuilder(desk.uri("/")));
            assertThat(hall.statusCode()).isEqualTo(200);
            assertThat(hall.headers().firstValue("Strict-Transport-Security"))
                    .as("the public address is known, whatever a proxy forgets to say")
                    .isPresent();
            HttpResponse<String> begun =
                    answer(HttpRequest.newBuilder(desk.uri("/report")).POST(BodyPublishers.noBody()));
            assertThat(begun.headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allSatisfy(cookie -> assertThat(cookie)
                            .startsWith("__Host-SESSION=")
                            .contains("Secure", "HttpOnly", "Path=/;")
                            .doesNotContain("Domain"));
            assertThat(answer(HttpRequest.newBuilder(desk.uri("/help?q=ktp%00")))
                            .statusCode())
                    .isEqualTo(400);
            new NewOffice(desk).setsUp(password);
            assertThat(run("doctor")).contains("ok    administrator", "ok    figures without source: 0");
            assertThat(desk.log()).doesNotContain(password).doesNotContain(SmsCitizen.TOKEN);
        }
    }

    private static HttpResponse<String> answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
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
