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
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.adapter.ChannelAdapter.Rendered;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.TurnAnswer;
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
        return new ChannelAccount(
                "wa", TwilioWhatsAppAdapter.KIND, new TwilioWhatsAppProperties("AC1", "token", from, here));
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
        "400, 63016, PERMANENT 63016",
        "429, 63018, LIMITED 63018",
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
