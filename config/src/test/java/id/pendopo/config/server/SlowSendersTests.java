package id.pendopo.config.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pendopo.config.journeys.DeskProcess;
import id.pendopo.config.journeys.SmsCitizen;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three thousand slow senders from thirty addresses against a desk with 640 MB of heap, which has places for 1,250. */
class SlowSendersTests {

    private static final int SENDERS = 3_000;

    private static final List<String> HEADS = List.of(
            body("/webhooks/smsmain", "application/x-www-form-urlencoded", 200_000),
            body("/webhooks/nosuchline", "application/json", 200_000),
            body("/login", "application/x-www-form-urlencoded", 200_000),
            body("/api/chat/messages", "application/json", 200_000),
            body("/report", "multipart/form-data; boundary=x", 9_000_000),
            "GET /livez HTTP/1.1\r\nHost: desk\r\nX-Slow: ",
            "POST /webhooks/smsmain HTTP/1.1\r\nHost: desk\r\nTransfer-Encoding: chunked\r\n\r\n1000\r\n");

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path data;

    @Test
    void aDeskAnswersWhileThousandsSendSlowlyAndCutsThem() throws Exception {
        Map<String, String> settings = new HashMap<>(SmsCitizen.line(URI.create("http://127.0.0.1:9")));
        settings.put("PENDOPO_SERVER_READDEADLINE", "2s");
        settings.put("PENDOPO_SERVER_PROXIES", "127.0.0.1/32");
        try (DeskProcess desk = DeskProcess.demo(data, settings);
                SlowSenders attack = new SlowSenders(desk.uri("/").getPort(), SENDERS, HEADS)) {
            await().atMost(Duration.ofMinutes(1)).until(() -> attack.connected() > 200 && attack.cut() > SENDERS);
            SmsCitizen citizen = new SmsCitizen(desk, "+6281200000001");
            for (int i = 0; i < 5; i++) {
                String sid = SmsCitizen.newSid();
                assertThat(livez(desk)).isEqualTo(200);
                await("an answer, at worst to a provider's next try")
                        .atMost(Duration.ofMinutes(1))
                        .ignoreExceptionsInstanceOf(IOException.class)
                        .until(() -> citizen.post(sid, "jam buka disdukcapil").statusCode() == 200);
            }
            await().atMost(Duration.ofMinutes(2)).until(() -> attack.cut() > 2 * SENDERS);
            assertThat(livez(desk)).isEqualTo(200);
            assertThat(desk.alive()).isTrue();
            assertThat(desk.log()).doesNotContain("OutOfMemoryError").doesNotContain("ERROR");
        }
    }

    private int livez(DeskProcess desk) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(desk.uri("/livez"))
                .timeout(Duration.ofSeconds(30))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static String body(String path, String type, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: desk\r\nContent-Type: " + type + "\r\nContent-Length: " + length
                + "\r\n\r\nBody=";
    }
}
