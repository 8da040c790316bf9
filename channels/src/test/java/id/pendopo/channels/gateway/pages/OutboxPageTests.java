package id.pendopo.channels.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pendopo.channels.Address;
import id.pendopo.channels.ChannelsTest;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.TestConversations;
import id.pendopo.channels.TestLine;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.gateway.outbound.CircuitBreakers;
import id.pendopo.channels.gateway.outbound.RestingLine;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a supervisor sees and does, and what programs ask, over real HTTP. */
@ChannelsTest
class OutboxPageTests {

    private static final long CONVERSATION = 2_000_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final Outbox outbox;
    private final TestLine line;
    private final TransactionOperations transactions;
    private final RestingLine resting;
    private final Address siti = new Address("testpush", "siti-" + UUID.randomUUID());

    OutboxPageTests(
            @LocalServerPort int port,
            Outbox outbox,
            @Qualifier("pushLine") TestLine line,
            TransactionOperations transactions,
            CircuitBreakers breakers) {
        this.base = "http://127.0.0.1:" + port;
        this.outbox = outbox;
        this.line = line;
        this.transactions = transactions;
        this.resting = new RestingLine(breakers, "testpush");
    }

    @AfterEach
    void everybodyIsServedAgain() {
        line.provider(message -> Optional.of("p" + message.id()));
        resting.mended();
    }

    @Test
    void showsWhyAMessageFailedInWordsAndHidesWhoItIsFor() throws Exception {
        failed("30005");

        HttpResponse<String> page = get("/desk/outbox", "id");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Gagal.", "Nomor tidak aktif.", "Kirim lagi", siti.masked());
        assertThat(page.body()).doesNotContain(siti.value(), "halo");
        assertThat(get("/desk/outbox", "en").body()).contains("Failed.", "The number is not in use.");
    }

    @Test
    void saysWhichLineRestsAndUntilWhen() throws Exception {
        resting.failed(new SendFailed(SendFailed.Outcome.RETRY, "429", Optional.of(Duration.ofMinutes(5))));

        assertThat(get("/desk/outbox", "id").body()).contains("Saluran testpush diistirahatkan sampai ");
        assertThat(get("/desk/outbox", "en").body()).contains("Line testpush rests until ");
        resting.mended();
        assertThat(get("/desk/outbox", "en").body()).doesNotContain("rests until");
    }

    @Test
    void showsAnUnknownCodeAsItIs() throws Exception {
        failed("99999");

        assertThat(get("/desk/outbox", "id").body()).contains("Kode dari penyedia: 99999.");
    }

    @Test
    void sendsAgainWithoutJavaScript() throws Exception {
        long id = failed("30003");
        line.provider(message -> Optional.of("p" + message.id()));

        HttpResponse<String> answer = post("/desk/outbox/" + id + "/retry");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("/desk/outbox"));
        awaitState(id, Outbox.State.SENT);
    }

    @Test
    void ignoresAPlaceThatItDidNotWrite() throws Exception {
        assertThat(get("/desk/outbox?before=kemarin", "id").statusCode()).isEqualTo(200);
        assertThat(get("/desk/outbox?before=2020-01-01T00:00:00Z_1", "id").body())
                .contains("Semua pesan sudah terkirim. Bagus.");
    }

    @Test
    void tellsProgramsWhatBecameOfAMessage() throws Exception {
        String id = UUID.randomUUID().toString();
        send(HttpRequest.newBuilder(URI.create(base + "/webhooks/testresponse"))
                .header("X-Secret", "rahasia")
                .POST(HttpRequest.BodyPublishers.ofString("message " + id + " " + id + " halo"))
                .build());

        HttpResponse<String> answer = get("/api/v1/messages?account=testresponse&external_id=" + id, "id");

        JsonNode message = JsonMapper.shared().readTree(answer.body());
        assertThat(message.get("inbound").get("state").asString()).isEqualTo("DONE");
        assertThat(message.get("turn").asLong()).isEqualTo(1);
        assertThat(message.get("outbound")).hasSize(1);
        assertThat(message.get("outbound").get(0).get("state").asString()).isEqualTo("SENT");
        assertThat(answer.body()).doesNotContain("halo");
    }

    @Test
    void tellsProgramsWhenThereIsNothing() throws Exception {
        HttpResponse<String> answer = get("/api/v1/messages?account=testresponse&external_id=x", "id");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(post("/api/v1/outbox/999999999/retry").statusCode()).isEqualTo(404);
    }

    @Test
    void letsProgramsTryAgainOnlyWhatFailed() throws Exception {
        long id = failed("30003");
        line.provider(message -> Optional.of("p" + message.id()));

        assertThat(post("/api/v1/outbox/" + id + "/retry").statusCode()).isEqualTo(200);
        awaitState(id, Outbox.State.SENT);
        assertThat(post("/api/v1/outbox/" + id + "/retry").statusCode()).isEqualTo(409);
    }

    private long failed(String code) {
        line.provider(_ -> {
            throw new SendFailed(SendFailed.Outcome.PERMANENT, code, Optional.empty());
        });
        long id = transactions.execute(_ -> outbox.queue(TestConversations.reply(siti, CONVERSATION, 1, "halo")));
        awaitState(id, Outbox.State.FAILED);
        return id;
    }

    private void awaitState(long id, Outbox.State state) {
        await().until(() ->
                outbox.sent(CONVERSATION).stream().anyMatch(sent -> sent.id() == id && sent.state() == state));
    }

    private HttpResponse<String> get(String path, String language) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept-Language", language)
                .build());
    }

    private HttpResponse<String> post(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
