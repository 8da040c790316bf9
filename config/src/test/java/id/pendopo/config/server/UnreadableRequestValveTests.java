package id.pendopo.config.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableRequestValveTests {

    @ParameterizedTest
    @ValueSource(strings = {"GET /a|b^{ HTTP/1.1\r\nHost: desk", "GET /%zz HTTP/1.1\r\nHost: desk", "GET / HTTP/1.1"})
    void aRequestThatNobodyCanReadIsAnsweredByAPageOfOurs(String beginning) throws IOException {
        ConnectionLimits limits = new ConnectionLimits(100, 5, Duration.ofSeconds(30), 1_024);
        try (BoundedServer server = new BoundedServer(limits, List.of("127.0.0.0/8"));
                Socket socket = server.send("127.0.0.1", beginning + "\r\nConnection: close\r\n\r\n")) {
            assertThat(BoundedServer.rest(socket))
                    .startsWith("HTTP/1.1 400")
                    .contains("Permintaan ini tidak dapat kami baca", "/ui/tokens.css", "href=\"/help\"")
                    .doesNotContain("HTTP Status", "Tomcat");
        }
    }
}
