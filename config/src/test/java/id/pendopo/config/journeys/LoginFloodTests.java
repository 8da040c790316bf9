package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody tries passwords, many at once: citizens notice nothing, and people of the desk are told what to do. */
class LoginFloodTests {

    private static final int AT_ONCE = 64;

    private static FakeTwilio twilio;
    private static DeskProcess desk;

    @BeforeAll
    static void start(@TempDir Path data) throws IOException {
        twilio = new FakeTwilio();
        Map<String, String> environment = new HashMap<>(SmsCitizen.line(twilio.address()));
        // As behind a proxy, which says whom it speaks for.
        environment.put("SERVER_FORWARDHEADERSSTRATEGY", "native");
        desk = DeskProcess.demo(data, environment);
    }

    @AfterAll
    static void stop() {
        desk.close();
        twilio.close();
    }

    @Test
    void webhooksAreAnsweredAndTheDeskStaysReady() throws Exception {
        Set<Integer> webhooks = new HashSet<>();
        Set<Integer> ready = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> wrong = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                wrong.add(threads.submit(wrong(i, Optional.empty())));
            }
            for (int i = 0; i < AT_ONCE || !wrong.stream().allMatch(Future::isDone); i++) {
                SmsCitizen siti = new SmsCitizen(desk, "+62812000%05d".formatted(i));
                webhooks.add(siti.post(SmsCitizen.newSid(), "brp biaya perpanjang sim c")
                        .statusCode());
                ready.add(LoggedIn.get(desk, HttpClient.newHttpClient(), "/readyz")
                        .statusCode());
            }
            for (Future<HttpResponse<String>> one : wrong) {
                assertThat(one.get().statusCode()).isIn(302, 429);
            }
        }
        assertThat(webhooks).containsExactly(200);
        assertThat(ready).containsExactly(200);
        assertThat(desk.log().lines().filter(line -> line.contains("A log-in ")))
                .hasSizeGreaterThanOrEqualTo(AT_ONCE);
        assertThat(desk.log()).doesNotContain("\tat ").doesNotContain("siapa-");
    }

    @Test
    void oneAddressIsToldToWaitAndTheOthersAreNot() throws Exception {
        List<HttpResponse<String>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<HttpResponse<String>>> wrong = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                wrong.add(wrong(i, Optional.of("203.0.113.9")));
            }
            for (Future<HttpResponse<String>> answer : threads.invokeAll(wrong)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).extracting(HttpResponse::statusCode).contains(429).isSubsetOf(302, 429);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 429).allSatisfy(answer -> {
            assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0))
                    .isPositive();
            assertThat(answer.body()).contains("Tunggu", "detik, lalu coba lagi", "/login");
        });
        assertThat(LoggedIn.get(desk, LoggedIn.as(desk, "agent"), "/desk").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aStrangerLocksThemselvesOutAndNobodyElse() throws Exception {
        String right = desk.printed("login", "supervisor").orElseThrow();
        for (int i = 0; i < 10; i++) {
            assertThat(tries(LoggedIn.browser(), "supervisor", "salah-sekali", "198.51.100.7"))
                    .endsWith("/login?error");
        }

        assertThat(tries(LoggedIn.browser(), "supervisor", right, "198.51.100.7"))
                .as("from there nothing is looked at")
                .endsWith("/login?error");
        assertThat(tries(LoggedIn.browser(), "supervisor", right, "198.51.100.8"))
                .endsWith("/desk");
    }

    /** Where a log-in from that address leads to. */
    private static String tries(HttpClient browser, String login, String password, String from) throws Exception {
        String form = LoggedIn.signed(desk, browser, "/login", "username=" + login + "&password=" + password);
        return browser.send(
                        HttpRequest.newBuilder(desk.uri("/login"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("X-Forwarded-For", from)
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.ofString())
                .headers()
                .firstValue("Location")
                .orElse("none");
    }

    /** A log-in under a name that nobody has, each in a browser of its own. */
    private static Callable<HttpResponse<String>> wrong(int number, Optional<String> from) {
        return () -> {
            HttpClient browser =
                    HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
            String form = LoggedIn.signed(desk, browser, "/login", "username=siapa-" + number + "&password=salah");
            HttpRequest.Builder request = HttpRequest.newBuilder(desk.uri("/login"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Accept", "text/html")
                    .POST(HttpRequest.BodyPublishers.ofString(form));
            from.ifPresent(address -> request.header("X-Forwarded-For", address));
            return browser.send(request.build(), BodyHandlers.ofString());
        };
    }
}
