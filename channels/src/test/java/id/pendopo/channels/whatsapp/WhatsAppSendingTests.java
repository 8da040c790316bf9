package id.pendopo.channels.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.pendopo.channels.Address;
import id.pendopo.channels.Attachment;
import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.Block;
import id.pendopo.channels.Capabilities;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.DeliveryReport;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.adapter.ChannelAdapter.Rendered;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.WebhookRequest;
import id.pendopo.channels.adapter.window.MessageTemplate;
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
import org.mockito.Mockito;

/** What goes over the wire to WhatsApp, and what its answers mean. */
class WhatsAppSendingTests {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final WhatsAppCloudAdapter adapter =
            new WhatsAppCloudAdapter(Clock.systemUTC(), URI.create("https://desk.example.org"));
    private final Map<String, String> pages = new ConcurrentHashMap<>();
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
        String cursor = Optional.ofNullable(exchange.getRequestURI().getQuery())
                .filter(query -> query.contains("&after="))
                .map(query -> query.replaceFirst(".*&after=", ""))
                .orElse("");
        answer(exchange, pages.getOrDefault(cursor, answer));
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
                                "business-account-id", "77",
                                "templates.reply", "kabar",
                                "sms-fallback", "sms",
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
        "400, 131047, WINDOW_CLOSED 131047",
        "429, 130429, LINE_LIMITED 130429",
        "400, 131056, PERSON_LIMITED 131056",
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
    void aTemplateGoesInsteadOfTheWords() throws Exception {
        MessageTemplate.Filled template =
                new MessageTemplate.Filled("kabar", "id", List.of("1234567890", "Sudah selesai"), "…");

        assertThat(adapter.send(account(), by(template, saying("Sudah selesai"))))
                .contains("wamid.OUT");

        assertThat(asked)
                .singleElement()
                .satisfies(request -> assertThat(request)
                        .contains("\"to\":\"6281234500011\"", "\"type\":\"template\"", "\"name\":\"kabar\"")
                        .contains("\"language\":{\"code\":\"id\"}", "\"text\":\"1234567890\"")
                        .contains("\"type\":\"body\"", "\"text\":\"Sudah selesai\"")
                        .doesNotContain("\"body\":"));
    }

    private static Rendered by(MessageTemplate.Filled template, Rendered message) {
        ReplyWindow closed = ReplyWindow.of(Optional.of(Instant.EPOCH), ReplyWindow.Standing.CLOSED);
        return new Rendered(message.id(), message.message(), message.replyHandle(), closed.by(template));
    }

    @ParameterizedTest
    @CsvSource({"131047, OTHER_WAY", "130429, LATER", "131056, LATER", "131026, NONE"})
    void aReportSaysWhatHelps(int code, DeliveryReport.Remedy remedy) throws Exception {
        String body = """
                {"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [{"field": "messages", "value":
                 {"messaging_product": "whatsapp", "metadata": {"phone_number_id": "109"}, "statuses":
                  [{"id": "wamid.OUT", "status": "failed", "timestamp": "1796089530", "recipient_id": "62812",
                    "errors": [{"code": %d}]}]}}]}]}
                """.formatted(code);

        assertThat(adapter.parse(account(), request(body)).events())
                .singleElement()
                .isInstanceOfSatisfying(
                        DeliveryReport.class,
                        report -> assertThat(report.remedy()).isEqualTo(remedy));
    }

    @Test
    void readsEveryPageOfTheTemplates() throws Exception {
        pages.put("", """
                {"data": [
                  {"name": "kabar", "language": "id", "status": "APPROVED", "category": "UTILITY",
                   "quality_score": {"score": "GREEN"},
                   "components": [{"type": "HEADER", "format": "TEXT", "text": "Pemkot"},
                     {"type": "BODY", "text": "Kabar {{1}}: {{2}}"}, {"type": "FOOTER", "text": "Salam"}]}],
                 "paging": {"cursors": {"before": "a", "after": "Q+2"}, "next": "https://evil.example.com/"}}
                """);
        pages.put("Q+2", """
                {"data": [
                  {"name": "foto", "language": "en_US", "status": "PAUSED", "category": "MARKETING",
                   "components": [{"type": "HEADER", "format": "IMAGE"}, {"type": "BODY", "text": "Hi {{1}}"}]},
                  {"name": "nama", "language": "id", "status": "APPROVED", "category": "UTILITY",
                   "parameter_format": "NAMED", "components": [{"type": "BODY", "text": "Hai {{nama}}"}]},
                  {"name": "lacak", "language": "id", "status": "APPROVED", "category": "UTILITY",
                   "components": [{"type": "BODY", "text": "Hai {{1}}"},
                     {"type": "BUTTONS", "buttons": [{"type": "URL", "url": "https://desk.example/{{1}}"}]}]}],
                 "paging": {"cursors": {"before": "b", "after": "c"}}}
                """);

        assertThat(adapter.templates(account()))
                .containsExactly(
                        new MessageTemplate(
                                "kabar", "id", "UTILITY", "APPROVED", "GREEN", "Kabar {{1}}: {{2}}", 2, true),
                        new MessageTemplate("foto", "en_US", "MARKETING", "PAUSED", "UNKNOWN", "Hi {{1}}", 1, false),
                        new MessageTemplate("nama", "id", "UTILITY", "APPROVED", "UNKNOWN", "Hai {{nama}}", 0, false),
                        new MessageTemplate("lacak", "id", "UTILITY", "APPROVED", "UNKNOWN", "Hai {{1}}", 1, false));
        assertThat(asked)
                .hasSize(2)
                .allSatisfy(request -> assertThat(request)
                        .startsWith("GET /v23.0/77/message_templates?")
                        .contains(" Bearer tok "));
    }

    @Test
    void namesTheTemplateAndTheLineForTextMessagesOfItsSettings() {
        assertThat(adapter.replyTemplate(account())).contains("kabar");
        assertThat(adapter.byText(account(), new Address("line", "6281234500011"), lines()))
                .contains(new Address("sms", "+6281234500011"));
        assertThat(adapter.byText(account(), new Address("line", "ID.12ab"), lines()))
                .as("somebody who shows no number")
                .isEmpty();
    }

    /** One line for text messages. */
    private ChannelAccounts lines() {
        ChannelAccounts lines = Mockito.mock(ChannelAccounts.class);
        ChannelAccount sms = new ChannelAccount("sms", "texts", account().settings());
        Mockito.when(lines.all()).thenReturn(List.of(sms));
        Mockito.when(lines.find("sms")).thenReturn(Optional.of(sms));
        Mockito.when(lines.kinds())
                .thenReturn(new ChannelAccounts.Kinds(
                        List.of(Capabilities.of("texts", "sms", Capabilities.Family.SEGMENTED, "sms"))));
        return lines;
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
