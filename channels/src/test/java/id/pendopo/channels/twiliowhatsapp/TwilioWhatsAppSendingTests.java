package id.pendopo.channels.twiliowhatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.pendopo.channels.Address;
import id.pendopo.channels.Attachment;
import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.Choice;
import id.pendopo.channels.DeliveryReport;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.adapter.ChannelAdapter.Rendered;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.TurnAnswer;
import id.pendopo.channels.adapter.WebhookRequest;
import id.pendopo.channels.adapter.window.MessageTemplate;
import id.pendopo.channels.adapter.window.ReplyWindow;
import id.pendopo.channels.twilio.TwilioClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
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

/** What goes over the wire to Twilio for WhatsApp, and what its answers mean. */
class TwilioWhatsAppSendingTests {

    private static final String NUMBER = "+622150001234";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final TwilioWhatsAppAdapter adapter = new TwilioWhatsAppAdapter(
            Clock.systemUTC(),
            URI.create("https://desk.example.org/"),
            new SimpleMeterRegistry(),
            TwilioClient.pooled());
    private HttpServer twilio;
    private volatile int refusedFrom = Integer.MAX_VALUE;
    private volatile String refusal = "";
    private volatile int status = 400;

    @BeforeEach
    void startTwilio() throws IOException {
        twilio = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        twilio.createContext("/", this::answer);
        twilio.start();
    }

    @AfterEach
    void stopTwilio() {
        twilio.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + URLDecoder.decode(form, StandardCharsets.UTF_8));
        boolean refused = asked.size() >= refusedFrom;
        byte[] body = (refused ? refusal : "{\"sid\": \"SM%032d\", \"status\": \"queued\"}".formatted(asked.size()))
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(refused ? status : 201, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private ChannelAccount account(String from) {
        URI here = URI.create("http://127.0.0.1:" + twilio.getAddress().getPort());
        TwilioWhatsAppProperties.Template reply =
                new TwilioWhatsAppProperties.Template("HX1", "Kabar tentang laporan {{1}}: {{2}}", "id");
        return new ChannelAccount(
                "wa",
                TwilioWhatsAppAdapter.KIND,
                new TwilioWhatsAppProperties(
                        "AC1", "token", from, new TwilioWhatsAppProperties.Templates(reply), "", here));
    }

    private static Rendered saying(String to, Block... blocks) {
        return new Rendered(
                42,
                new OutboundMessage(
                        new Address("wa", to),
                        7,
                        1,
                        0,
                        OutboundMessage.Author.BOT,
                        Locale.of("id"),
                        List.of(blocks),
                        Optional.empty()));
    }

    private static Rendered halo() {
        return saying("+6281234500011", Block.Text.of("halo"));
    }

    @Test
    void sendsByRestToTheAddressOfWhatsApp() throws Exception {
        assertThat(adapter.send(account(NUMBER), halo())).contains("SM%032d".formatted(1));

        assertThat(asked)
                .singleElement()
                .satisfies(request -> assertThat(request)
                        .startsWith("POST /2010-04-01/Accounts/AC1/Messages.json ")
                        .contains(
                                "To=whatsapp:+6281234500011",
                                "From=whatsapp:+622150001234",
                                "Body=halo",
                                "StatusCallback=https://desk.example.org/webhooks/wa/status"));
        assertThat(adapter.answersInResponse(account(NUMBER))).isFalse();
        assertThat(new String(
                        adapter.render(account(NUMBER), new TurnAnswer(Optional.empty(), 1, List.of()))
                                .body(),
                        StandardCharsets.UTF_8))
                .isEqualTo("<Response/>");
    }

    @Test
    void takesTheNumberAsTheConsoleShowsIt() throws Exception {
        adapter.send(account("whatsapp:" + NUMBER), halo());

        assertThat(asked.getFirst()).contains("From=whatsapp:+622150001234");
    }

    @Test
    void sendsByAServiceToSomebodyWithoutANumber() throws Exception {
        adapter.send(account("MG1"), saying("ID.13491208655302", Block.Text.of("halo")));

        assertThat(asked.getFirst())
                .contains("To=whatsapp:ID.13491208655302", "MessagingServiceSid=MG1")
                .doesNotContain("From=");
    }

    @Test
    void aTemplateGoesByItsNameWithoutABody() throws Exception {
        MessageTemplate template =
                adapter.templates(account(NUMBER)).stream().findFirst().orElseThrow();
        MessageTemplate.Filled filled =
                template.about(Optional.of("1234567890"), "Sudah \"selesai\"").orElseThrow();
        ReplyWindow closed = ReplyWindow.of(Optional.empty(), ReplyWindow.Standing.CLOSED);

        adapter.send(account(NUMBER), new Rendered(42, halo().message(), Optional.empty(), closed.by(filled)));

        assertThat(asked.getFirst())
                .contains("ContentSid=HX1", "ContentVariables={\"1\":\"1234567890\",\"2\":\"Sudah \\\"selesai\\\"\"}")
                .doesNotContain("Body=");
        assertThat(adapter.replyTemplate(account(NUMBER))).contains(template.name());
    }

    @ParameterizedTest
    @CsvSource({"63016, OTHER_WAY", "63018, LATER", "30003, NONE"})
    void aReportSaysWhatHelps(String code, DeliveryReport.Remedy remedy) throws Exception {
        String body = "MessageSid=SM1&MessageStatus=undelivered&To=whatsapp%3A%2B6281234500011&ErrorCode=" + code;

        assertThat(adapter.parse(account(NUMBER), request(body)).events())
                .first()
                .isInstanceOfSatisfying(
                        DeliveryReport.class,
                        report -> assertThat(report.remedy()).isEqualTo(remedy));
    }

    private static WebhookRequest request(String body) {
        return new WebhookRequest(
                "wa",
                "POST",
                URI.create("https://desk.example.org"),
                "",
                "",
                Map.of("content-type", List.of("application/x-www-form-urlencoded")),
                body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void numbersChoices() throws Exception {
        adapter.send(
                account(NUMBER),
                saying(
                        "+6281234500011",
                        Block.Text.of("Benar?"),
                        new Block.Choices(List.of(new Choice("a", "Ya"), new Choice("b", "Tidak")))));

        assertThat(asked.getFirst()).contains("1. Ya\n2. Tidak");
    }

    @Test
    void sendsALongTextInPiecesAndLeavesTheRestToAPerson() throws Exception {
        Rendered longer = saying("+6281234500011", Block.Text.of("kata ".repeat(600)));
        adapter.send(account(NUMBER), longer);
        assertThat(asked).hasSize(2);

        refusedFrom = 4;
        refusal = "{\"code\": 63018, \"message\": \"x\", \"status\": 400}";
        assertThatThrownBy(() -> adapter.send(account(NUMBER), longer)).hasMessage("PERMANENT in part");
    }

    @ParameterizedTest
    @CsvSource({
        "400, 63016, WINDOW_CLOSED 63016",
        "429, 63018, LINE_LIMITED 63018",
        "400, 63007, RETRY 63007",
        "400, 63024, PERMANENT 63024",
        "400, 21610, BLOCKED 21610",
        "429, 20429, RETRY 20429",
        "401, 20003, RETRY 20003",
    })
    void readsWhatARefusalMeans(int status, int code, String failure) {
        this.status = status;
        refusedFrom = 1;
        refusal = "{\"code\": " + code + ", \"message\": \"x\", \"status\": " + status + "}";

        assertThatThrownBy(() -> adapter.send(account(NUMBER), halo()))
                .isInstanceOf(SendFailed.class)
                .hasMessage(failure);
    }

    @Test
    void fetchesNothingFromElsewhere() {
        assertThatThrownBy(() -> adapter.fetch(
                        account(NUMBER), new Attachment("image/jpeg", "https://gambar.example.com/a.jpg")))
                .isInstanceOf(AttachmentRefused.class);
        assertThat(asked).isEmpty();
    }
}
