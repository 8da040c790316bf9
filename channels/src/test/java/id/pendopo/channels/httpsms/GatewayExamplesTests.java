package id.pendopo.channels.httpsms;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import id.pendopo.channels.Address;
import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.InboundEvent;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.adapter.ChannelAdapter.Rendered;
import id.pendopo.channels.adapter.WebhookRequest;
import id.pendopo.channels.gateway.accounts.AccountSources;
import id.pendopo.ui.CountryPack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The accounts of the guide work as they stand: with what their gateways send, and as these want to be asked. */
class GatewayExamplesTests {

    private static final Path EXAMPLES = Path.of("../docs/channels/http-sms");
    private static final String FORM = "application/x-www-form-urlencoded";

    private final HttpSmsAdapter adapter =
            new HttpSmsAdapter(Clock.systemUTC(), URI.create("https://desk.example.org"), CountryPack.chosen());
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @Test
    void smsGatewayForAndroid() throws Exception {
        try (Gateway gateway = new Gateway("{\"id\": \"pendopo-hpkantor-42\", \"state\": \"Pending\"}")) {
            ChannelAccount line = account(
                    "sms-gate.yml", gateway, Map.of("HPKANTOR_SIGNING_KEY", "kunci", "HPKANTOR_LOGIN", "dXNlcjpwYXNz"));
            String body = """
                    {"deviceId": "hp-1", "event": "sms:received", "id": "e1", "webhookId": "w1", "payload": {
                     "messageId": "m1", "message": "jam buka?", "phoneNumber": "081234500011", "simNumber": 1,
                     "receivedAt": "2026-12-01T08:45:30.000+07:00"}}
                    """;

            assertThat(read(line, call("", "", "application/json", body)))
                    .isEqualTo(new Read("e1", "+6281234500011", "jam buka?"));
            assertThat(adapter.send(line, saying("08.00"))).contains("pendopo-hpkantor-42");
            assertThat(asked.getFirst())
                    .startsWith("POST /3rdparty/v1/messages Basic dXNlcjpwYXNz")
                    .contains("\"phoneNumbers\": [\"+6281234500011\"]", "\"text\": \"08.00\"");
        }
    }

    @Test
    void nusaSms() throws Exception {
        String yes = "{\"results\":[{\"status\":\"0\",\"messageid\":\"1750413\",\"destination\":\"6281234500011\"}]}";
        try (Gateway gateway = new Gateway(yes)) {
            ChannelAccount line = account(
                    "nusasms.yml",
                    gateway,
                    Map.of("NUSASMS_SECRET", "rahasia", "NUSASMS_USER", "desa", "NUSASMS_PASSWORD", "k&ta"));
            String body = "id=991&gateway_number=628111&originator=6281234500011&msg=jam+buka%3F"
                    + "&receive_date=2026-12-01+08%3A45%3A30";

            WebhookRequest call = call("/rahasia", "", FORM, body);
            adapter.verify(line, call);
            assertThat(read(line, call)).isEqualTo(new Read("991", "+6281234500011", "jam buka?"));
            assertThat(adapter.send(line, saying("08.00"))).contains("1750413");
            assertThat(asked.getFirst())
                    .startsWith("GET /api/v3/sendsms/plain?user=desa&password=k%26ta&SMSText=08.00&GSM=6281234500011"
                            + "&output=json");
        }
    }

    @Test
    void playSms() throws Exception {
        String yes =
                "{\"data\":[{\"status\":\"OK\",\"error\":\"0\",\"smslog_id\":\"30\",\"queue\":\"afb5\",\"to\":\"x\"}],"
                        + "\"error_string\":null}";
        try (Gateway gateway = new Gateway(yes)) {
            ChannelAccount line = account(
                    "playsms.yml",
                    gateway,
                    Map.of("PLAYSMS_SECRET", "rahasia", "PLAYSMS_USER", "desa", "PLAYSMS_TOKEN", "t0"));
            WebhookRequest call =
                    call("/rahasia", "from=%2B6281234500011&text=jam+buka%3F&at=2026-12-01+08:45:30", "", "");
            adapter.verify(line, call);

            assertThat(read(line, call).words()).isEqualTo("jam buka?");
            assertThat(adapter.send(line, saying("08.00"))).contains("30");
            assertThat(adapter.pulls(line)).isTrue();
            gateway.answer = "{\"data\":[{\"smslog_id\":\"30\",\"dst\":\"x\",\"status\":\"3\"}]}";
            List<InboundEvent> reports = adapter.parse(
                            line,
                            adapter.open(line, "")
                                    .pull(Optional.empty())
                                    .getFirst()
                                    .request()
                                    .orElseThrow())
                    .events();
            assertThat(reports).extracting(InboundEvent::externalId).containsExactly("30/3");
        }
    }

    private record Read(String id, String from, String words) {}

    private Read read(ChannelAccount line, WebhookRequest request) throws Exception {
        InboundMessage message =
                (InboundMessage) adapter.parse(line, request).events().getFirst();
        return new Read(message.externalId(), message.from().value(), message.text());
    }

    private static WebhookRequest call(String path, String query, String type, String body) {
        return new WebhookRequest(
                "line",
                body.isEmpty() ? "GET" : "POST",
                URI.create("https://desk.example.org"),
                path,
                query,
                type.isEmpty() ? Map.of() : Map.of("content-type", List.of(type)),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static Rendered saying(String text) {
        return new Rendered(
                42,
                new OutboundMessage(
                        new Address("line", "+6281234500011"),
                        7,
                        1,
                        0,
                        OutboundMessage.Author.BOT,
                        Locale.of("id"),
                        List.of(Block.Text.of(text)),
                        Optional.empty()));
    }

    private ChannelAccount account(String file, Gateway gateway, Map<String, Object> environment) throws IOException {
        ChannelAccount account = AccountSources.fromFile(adapter, EXAMPLES.resolve(file), environment);
        assertThat(account.settings().missing()).isEmpty();
        return AccountSources.fromFile(adapter, EXAMPLES.resolve(file), gateway.instead(account, environment));
    }

    /** A gateway that says yes, at another address than the account's own. */
    private final class Gateway implements AutoCloseable {

        private final HttpServer server;
        private volatile String answer;

        Gateway(String answer) throws IOException {
            this.answer = answer;
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                        + exchange.getRequestHeaders().getFirst("Authorization") + " "
                        + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                byte[] body = this.answer.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
        }

        Map<String, Object> instead(ChannelAccount account, Map<String, Object> environment) {
            Map<String, Object> all = new HashMap<>(environment);
            all.put(
                    "PENDOPO_CHANNELS_ACCOUNTS_" + account.name().toUpperCase(Locale.ROOT) + "_APIBASEURL",
                    "http://127.0.0.1:" + server.getAddress().getPort());
            return all;
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
