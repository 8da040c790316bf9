package id.pendopo.channels.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.pendopo.channels.Address;
import id.pendopo.channels.Attachment;
import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.adapter.ChannelAdapter.Rendered;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.WebhookRequest;
import id.pendopo.channels.gateway.accounts.AccountSources;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes over the wire to WhatsApp, and what its answers mean. */
class WhatsAppSendingTests {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final WhatsAppCloudAdapter adapter =
            new WhatsAppCloudAdapter(Clock.systemUTC(), URI.create("https://desk.example.org"));
    private HttpServer meta;
    private volatile int status = 200;
    private volatile String answer =
            "{\"messaging_product\": \"whatsapp\", \"contacts\": [], \"messages\": [{\"id\": \"wamid.OUT\"}]}";

    @BeforeEach
    void startMeta() throws IOException {
        meta = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        meta.createContext("/", this::answer);
        meta.createContext("/file", exchange -> answer(exchange, "GIF89a"));
        meta.start();
    }

    @AfterEach
    void stopMeta() {
        meta.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        answer(exchange, answer);
    }

    private void answer(HttpExchange exchange, String words) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization") + " "
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        byte[] body = words.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private ChannelAccount account() {
        return new ChannelAccount(
                "line",
                WhatsAppCloudAdapter.KIND,
                AccountSources.fromMap(
                        adapter,
                        Map.of(
                                "phone-number-id", "109",
                                "access-token", "tok",
                                "app-secret", "s",
                                "verify-token", "v",
                                "api-base-url",
                                        "http://127.0.0.1:" + meta.getAddress().getPort())));
    }

    private static Rendered saying(String text) {
        return new Rendered(
                42,
                new OutboundMessage(
                        new Address("line", "6281234500011"),
                        7,
                        1,
                        0,
                        OutboundMessage.Author.BOT,
                        Locale.of("id"),
                        List.of(Block.Text.of(text)),
                        Optional.empty()));
    }

    @Test
    void postsATextWithTheToken() throws Exception {
        assertThat(adapter.send(account(), saying("Buka pukul 08.00"))).contains("wamid.OUT");

        assertThat(asked)
                .singleElement()
                .satisfies(request -> assertThat(request)
                        .startsWith("POST /v23.0/109/messages Bearer tok {\"messaging_product\":\"whatsapp\"")
                        .contains("\"to\":\"6281234500011\"", "\"body\":\"Buka pukul 08.00\""));
    }

    @Test
    void sendsAVeryLongTextInPieces() throws Exception {
        adapter.send(account(), saying("kata ".repeat(2000)));

        assertThat(asked).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "400, 131047, PERMANENT 131047",
        "429, 130429, LIMITED 130429",
        "400, 131056, LIMITED 131056",
        "400, 131050, BLOCKED 131050",
        "401, 190, RETRY 190",
        "500, 131000, RETRY 131000",
        "400, 100, PERMANENT 100",
        "503, 0, RETRY http 503",
    })
    void readsWhatARefusalMeans(int status, int code, String failure) {
        this.status = status;
        this.answer = "{\"error\": {\"message\": \"x\", \"type\": \"OAuthException\", \"code\": " + code + "}}";

        assertThatThrownBy(() -> adapter.send(account(), saying("halo")))
                .isInstanceOf(SendFailed.class)
                .hasMessage(failure);
    }

    @Test
    void marksWhatCameInAsReadAndShowsThatSomebodyTypes() throws Exception {
        String body = """
                {"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [{"field": "messages", "value":
                 {"messaging_product": "whatsapp", "metadata": {"phone_number_id": "109"}, "messages":
                  [{"from": "62812", "id": "wamid.IN", "timestamp": "1796089530", "type": "text", "text": {"body": "hai"}}]}}]}]}
                """;

        adapter.acknowledge(account(), request(body));

        assertThat(asked)
                .singleElement()
                .satisfies(request -> assertThat(request)
                        .contains("\"status\":\"read\"", "\"message_id\":\"wamid.IN\"", "\"typing_indicator\""));
    }

    @Test
    void fetchesAFileByItsIdAndWithTheToken() throws Exception {
        answer = "{\"url\": \"http://127.0.0.1:" + meta.getAddress().getPort() + "/file?id=1\", \"id\": \"275\"}";

        assertThat(adapter.fetch(account(), new Attachment("image/gif", "275"))).isEqualTo("GIF89a".getBytes());
        assertThat(asked).hasSize(2).allSatisfy(request -> assertThat(request).contains(" Bearer tok "));
    }

    @Test
    void fetchesNothingFromElsewhere() {
        answer = "{\"url\": \"https://evil.example.com/file\", \"id\": \"275\"}";

        assertThatThrownBy(() -> adapter.fetch(account(), new Attachment("image/gif", "275")))
                .isInstanceOf(AttachmentRefused.class);
        assertThatThrownBy(() -> adapter.fetch(account(), new Attachment("image/gif", "../me")))
                .isInstanceOf(AttachmentRefused.class);
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
