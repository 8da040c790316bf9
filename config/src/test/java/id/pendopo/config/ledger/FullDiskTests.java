package id.pendopo.config.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.pendopo.config.OnSecondThread;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The disk of the database is full: nobody is told that a message or a file was taken, and the desk goes on with room. */
@OnSecondThread
class FullDiskTests {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final int MEGABYTES = 320;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    @Test
    void takesNothingThatItCannotKeepAndGoesOnWithRoom() throws Exception {
        Optional<SmallDisk> mounted = SmallDisk.mount(folder.resolve("database"), MEGABYTES);
        if (mounted.isEmpty()) {
            System.out.println("SKIPPED: FullDiskTests must be allowed to mount a tmpfs (root)");
        }
        assumeTrue(mounted.isPresent(), "no tmpfs");
        try (SmallDisk disk = mounted.orElseThrow();
                Theatre theatre = Theatre.open(folder)) {
            JsonNode chat = chat(theatre);
            assertThat(upload(theatre, chat)).isEqualTo(201);
            assertThat(write(theatre)).isTrue();

            disk.fill();

            await().atMost(SOON).pollInterval(Duration.ofMillis(20)).until(() -> !write(theatre));
            assertThat(upload(theatre, chat)).isGreaterThanOrEqualTo(500);
            assertThat(theatre.desk().alive()).isTrue();

            disk.free();

            await().atMost(SOON).ignoreExceptions().until(() -> write(theatre));
            await().atMost(SOON).ignoreExceptions().until(() -> upload(theatre, chat) == 201);
            CrashRun.heal(theatre);
            Audit.Findings found = Audit.of(theatre.ledger(), theatre.database());
            assertThat(found.problems()).isEmpty();
            assertThat(found.clean()).isTrue();
        }
    }

    private static boolean write(Theatre theatre) throws InterruptedException {
        return theatre.twilio().deliver(TwilioProvider.RESPONDING, "+628119998001", "brp biaya perpanjang sim c");
    }

    private JsonNode chat(Theatre theatre) throws IOException, InterruptedException {
        HttpRequest begin = HttpRequest.newBuilder(theatre.desk().uri("/api/chat"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"lang\": \"id\"}"))
                .build();
        return json.readTree(
                http.send(begin, HttpResponse.BodyHandlers.ofString()).body());
    }

    private int upload(Theatre theatre, JsonNode chat) throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("""
                --seam\r
                Content-Disposition: form-data; name="file"; filename="surat.pdf"\r
                Content-Type: application/pdf\r
                \r
                """.getBytes(StandardCharsets.US_ASCII));
        body.writeBytes("%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII));
        byte[] pages = new byte[2_000_000];
        new Random(7).nextBytes(pages);
        body.writeBytes(pages);
        body.writeBytes("\r\n--seam--\r\n".getBytes(StandardCharsets.US_ASCII));
        String path = "/api/chat/" + chat.get("conversation").asString() + "/attachments";
        HttpRequest upload = HttpRequest.newBuilder(theatre.desk().uri(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + chat.get("token").asString())
                .header("Content-Type", "multipart/form-data; boundary=seam")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        return http.send(upload, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
