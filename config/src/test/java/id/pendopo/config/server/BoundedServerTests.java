package id.pendopo.config.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedServerTests {

    private static final String CITIZEN = "127.0.0.1";
    private static final String STRANGER = "127.0.9.9";
    private static final String SLOW_BODY = "POST /count HTTP/1.1\r\nHost: desk\r\nContent-Length: 9000\r\n\r\n";

    private final ConnectionLimits limits = new ConnectionLimits(100, 5, Duration.ofMillis(500), 1_024);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /count HTTP/1.1\r\nHost: desk\r\nX-Slow: ",
                "GE",
                "\r\n\r\n\r\nPOST /cou",
                SLOW_BODY,
                "POST /count HTTP/1.1\r\nHost: desk\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\nabc",
                "POST /nosuchpage HTTP/1.1\r\nHost: desk\r\nContent-Length: 9000\r\n\r\nnobody reads this",
            })
    void cutsWhoeverGoesOnSendingSlowly(String beginning) throws IOException {
        try (BoundedServer server = new BoundedServer(limits, List.of("127.0.0.0/8"));
                Socket slow = server.send(CITIZEN, beginning)) {
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> BoundedServer.rest(slow));
            await().pollInterval(Duration.ofMillis(50))
                    .atMost(Duration.ofSeconds(30))
                    .until(
                            () -> {
                                BoundedServer.say(slow, "x");
                                return answer.isDone();
                            },
                            done -> done);
            assertThat(answer.join()).doesNotContain("200 OK");
        } catch (IOException closed) {
            assertThat(closed).hasMessageMatching("(?i).*(broken pipe|reset).*");
        }
    }

    @Test
    void takesAnUploadThatKeepsTheLeastRate() throws IOException {
        try (BoundedServer server = new BoundedServer(limits, List.of("127.0.0.0/8"));
                Socket slow = server.send(CITIZEN, SLOW_BODY);
                Socket fair = server.send(
                        CITIZEN,
                        "POST /count HTTP/1.1\r\nHost: desk\r\nConnection: close\r\n"
                                + "Transfer-Encoding: chunked\r\n\r\n")) {
            CompletableFuture<String> cut = CompletableFuture.supplyAsync(() -> BoundedServer.rest(slow));
            await().pollInterval(Duration.ofMillis(50))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> {
                        BoundedServer.say(fair, "1000\r\n" + "x".repeat(4_096) + "\r\n");
                        return cut.isDone();
                    });
            BoundedServer.say(fair, "0\r\n\r\n");
            assertThat(BoundedServer.rest(fair)).contains("200", "bytes ");
        }
    }

    @Test
    void leavesALongAnswerAlone() throws IOException {
        try (BoundedServer server = new BoundedServer(limits, List.of("127.0.0.0/8"));
                Socket slow = server.send(CITIZEN, SLOW_BODY);
                Socket reader = server.send(
                        CITIZEN,
                        "POST /long HTTP/1.1\r\nHost: desk\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc")) {
            BoundedServer.rest(slow);
            server.letTheLongAnswerEnd();
            assertThat(BoundedServer.rest(reader)).contains("begun ", "ended");
        }
    }

    @Test
    void closesWhatIsTooManyOfOneAddressAndTakesOthers() throws IOException {
        try (BoundedServer server = new BoundedServer(limits, List.of("127.0.0.1/32"))) {
            for (int i = 0; i < limits.perNetwork(); i++) {
                server.connect(STRANGER);
            }
            try (Socket oneMore = server.connect(STRANGER);
                    Socket citizen = server.send(
                            CITIZEN,
                            "POST /count HTTP/1.1\r\nHost: desk\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc")) {
                assertThat(BoundedServer.rest(oneMore)).isIn("", "|reset");
                assertThat(BoundedServer.rest(citizen)).contains("bytes 3");
            }
        }
    }

    @Test
    void takesAnAddressAgainWhenItsConnectionsAreClosed() throws IOException {
        String request = "POST /count HTTP/1.1\r\nHost: desk\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc";
        try (BoundedServer server = new BoundedServer(limits, List.of("127.0.0.1/32"))) {
            for (int i = 0; i < 4 * limits.perNetwork(); i++) {
                await().until(() -> {
                    try (Socket socket = server.send(STRANGER, request)) {
                        return BoundedServer.rest(socket).contains("bytes 3");
                    }
                });
            }
        }
    }
}
