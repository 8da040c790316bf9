package id.pendopo.channels.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.pendopo.channels.Address;
import id.pendopo.channels.Attachment;
import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.InboundMessage.ReplyHandle;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.adapter.ChannelAdapter.Rendered;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.WebhookRequest;
import id.pendopo.channels.adapter.window.ReplyWindow;
import id.pendopo.channels.gateway.accounts.AccountSources;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes over the wire to LINE, and what its answers mean. */
class LineSendingTests {

    private static final String TAKEN =
            "{\"sentMessages\": [{\"id\": \"5261\", \"quoteToken\": \"q\"}, {\"id\": \"5262\"}]}";
    private static final String PUSH = "/v2/bot/message/push";
    private static final String REPLY = "/v2/bot/message/reply";

    private record Asked(String path, String token, String key, String body) {}

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    private final LineAdapter adapter = new LineAdapter(Clock.systemUTC(), URI.create("https://desk.example.org"));
    private HttpServer server;
    private volatile String answer = TAKEN;

    @BeforeEach
    void startLine() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stopLine() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(new Asked(
                path,
                exchange.getRequestHeaders().getFirst("Authorization"),
                String.valueOf(exchange.getRequestHeaders().getFirst("X-Line-Retry-Key")),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        int status = statuses.getOrDefault(path, 200);
        if (status == 0) {
            exchange.close();
            return;
        }
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private ChannelAccount account() {
        String here = "http://127.0.0.1:" + server.getAddress().getPort();
        return new ChannelAccount(
                "line",
                LineAdapter.KIND,
                AccountSources.fromMap(
                        adapter,
                        Map.of(
                                "channel-secret",
                                "s",
                                "access-token",
                                "tok",
                                "api-base-url",
                                here,
                                "data-base-url",
                                here)));
    }

    private static OutboundMessage message(String text) {
        return new OutboundMessage(
                new Address("line", "U42"),
                7,
                1,
                0,
                OutboundMessage.Author.BOT,
                Locale.of("id"),
                List.of(Block.Text.of(text)),
                Optional.empty());
    }

    private static Rendered pushed(String text) {
        return new Rendered(42, message(text));
    }

    private static Rendered answering(String text) {
        return new Rendered(42, message(text), Optional.of(new ReplyHandle("r3ply", Instant.MAX)), ReplyWindow.NONE);
    }

    private List<String> paths() {
        return asked.stream().map(Asked::path).toList();
    }

    @Test
    void answersWithTheReplyTokenWhichCostsNothing() throws Exception {
        assertThat(adapter.send(account(), answering("Buka pukul 08.00"))).contains("5262");

        assertThat(asked).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo(REPLY);
            assertThat(request.token()).isEqualTo("Bearer tok");
            // LINE refuses a retry key where it knows none.
            assertThat(request.key()).isEqualTo("null");
            assertThat(request.body()).contains("\"replyToken\":\"r3ply\"", "\"text\":\"Buka pukul 08.00\"");
        });
    }

    @Test
    void pushesWhatAnswersNothingAndNamesEachTryAlike() throws Exception {
        adapter.send(account(), pushed("Buka pukul 08.00"));
        adapter.send(account(), pushed("Buka pukul 08.00"));
        adapter.send(account(), pushed("Tutup"));

        assertThat(paths()).containsOnly(PUSH);
        assertThat(asked.getFirst().body()).contains("\"to\":\"U42\"", "\"text\":\"Buka pukul 08.00\"");
        assertThat(asked.getFirst().key()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(asked.get(1).key()).isEqualTo(asked.getFirst().key());
        assertThat(asked.get(2).key()).isNotEqualTo(asked.getFirst().key());
    }

    @Test
    void pushesWhenTheReplyTokenEnded() throws Exception {
        statuses.put(REPLY, 400);

        assertThat(adapter.send(account(), answering("halo"))).contains("5262");
        assertThat(paths()).containsExactly(REPLY, PUSH);
    }

    @Test
    void takesForSentWhatWasTakenBefore() throws Exception {
        statuses.put(PUSH, 409);

        assertThat(adapter.send(account(), pushed("halo"))).contains("5262");
    }

    @Test
    void triesAPushAgainOfWhichNobodyKnows() {
        statuses.put(PUSH, 0);

        assertThatThrownBy(() -> adapter.send(account(), pushed("halo"))).hasMessage("RETRY connection lost");
    }

    @ParameterizedTest
    @CsvSource({"0, UNKNOWN connection lost", "500, UNKNOWN http 500", "401, RETRY http 401", "429, LIMITED http 429"})
    void doesNotPushWhatMayHaveBeenAnswered(int status, String failure) {
        statuses.put(REPLY, status);

        assertThatThrownBy(() -> adapter.send(account(), answering("halo"))).hasMessage(failure);
        assertThat(paths()).containsExactly(REPLY);
    }

    @Test
    void sendsFiveBubblesAtOnceAndTheRestByPush() throws Exception {
        adapter.send(account(), answering("kata ".repeat(5500)));

        assertThat(paths()).containsExactly(REPLY, PUSH);
        assertThat(asked.getFirst().body().split("\"type\":\"text\"", -1)).hasSize(6);
    }

    @Test
    void leavesTheRestOfALongAnswerToAPerson() {
        statuses.put(PUSH, 500);

        assertThatThrownBy(() -> adapter.send(account(), answering("kata ".repeat(5500))))
                .hasMessage("PERMANENT in part");
    }

    @ParameterizedTest
    @CsvSource({
        "400, The request body has 1 error(s), PERMANENT http 400",
        "401, Authentication failed, RETRY http 401",
        "403, Access to this API is not available for your account, RETRY http 403",
        "429, You have reached your monthly limit., PERMANENT quota",
        "429, The API rate limit has been exceeded. Try again later., LIMITED http 429",
        "500, Internal server error, RETRY http 500",
    })
    void readsWhatARefusalMeans(int status, String words, String failure) {
        statuses.put(PUSH, status);
        answer = "{\"message\": \"" + words + "\"}";

        assertThatThrownBy(() -> adapter.send(account(), pushed("halo")))
                .isInstanceOf(SendFailed.class)
                .hasMessage(failure);
    }

    @Test
    void showsThatSomebodyTypesToEachPersonOnce() throws Exception {
        String said = """
                {"type": "message", "mode": "active", "timestamp": 1796089530123, "webhookEventId": "01J%s",
                 "source": {"type": "user", "userId": "%s"}, "message": {"id": "%s", "type": "text", "text": "hai"}}
                """;
        String body = "{\"events\": [" + said.formatted(1, "U1", 1) + "," + said.formatted(2, "U1", 2) + ","
                + said.formatted(3, "U2", 3)
                + ", {\"type\": \"unfollow\", \"source\": {\"type\": \"user\", \"userId\": \"U3\"}}]}";

        adapter.acknowledge(account(), request(body));

        assertThat(paths()).containsOnly("/v2/bot/chat/loading/start").hasSize(2);
        assertThat(asked.getFirst().body()).contains("\"chatId\":\"U1\"", "\"loadingSeconds\":5");
        assertThat(asked.getLast().body()).contains("\"chatId\":\"U2\"");
    }

    @Test
    void fetchesAFileWithTheToken() throws Exception {
        answer = "GIF89a";

        assertThat(adapter.fetch(account(), new Attachment("image/jpeg", "5261")))
                .isEqualTo("GIF89a".getBytes());
        assertThat(asked).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/v2/bot/message/5261/content");
            assertThat(request.token()).isEqualTo("Bearer tok");
        });
    }

    @Test
    void fetchesNothingFromElsewhere() {
        for (String ref : List.of("https://gambar.example.com/a.jpg", "1/../../profile/U42", "")) {
            assertThatThrownBy(() -> adapter.fetch(account(), new Attachment("image/jpeg", ref)))
                    .isInstanceOf(AttachmentRefused.class);
        }
        assertThat(asked).isEmpty();
    }

    private static WebhookRequest request(String body) {
        return new WebhookRequest(
                "line",
                "POST",
                URI.create("https://desk.example.org"),
                "",
                "",
                Map.of(),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
