package id.pendopo.channels.httpsms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.pendopo.channels.Address;
import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.adapter.ChannelAdapter.Rendered;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.SendFailed.Outcome;
import id.pendopo.ui.CountryPack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
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

/** What goes over the wire to a gateway, and what its answers mean. */
class HttpSmsSendingTests {

    private record Asked(String method, String target, Map<String, List<String>> headers, String body) {}

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final HttpSmsAdapter adapter =
            new HttpSmsAdapter(Clock.systemUTC(), URI.create("https://desk.example.org"), CountryPack.chosen());
    private HttpServer gateway;
    private volatile int status = 200;
    private volatile String answer = "{}";
    private volatile Map<String, String> answerHeaders = Map.of();

    @BeforeEach
    void startGateway() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", this::answer);
        gateway.start();
    }

    @AfterEach
    void stopGateway() {
        gateway.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                Map.copyOf(exchange.getRequestHeaders()),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        answerHeaders.forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private ChannelAccount account(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(more);
        properties.put(
                "api-base-url", "http://127.0.0.1:" + gateway.getAddress().getPort());
        return HttpSmsAccounts.bound(adapter, properties);
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

    @Test
    void fillsAJsonBodyAndEscapesWhatMeansSomethingThere() throws Exception {
        answer = "{\"id\": \"g-1\"}";
        ChannelAccount line = account(Map.of(
                "from", "3636",
                "credentials.token", "t0k\"en",
                "outbound.headers.Authorization", "Bearer {token}",
                "outbound.body",
                        "{\"id\": \"{id}\", \"to\": [\"{to-digits}\"], \"from\": \"{from}\", \"text\": \"{text}\"}",
                "outbound.id", "/id"));

        assertThat(adapter.send(line, saying("Jl. \"Melati\"\nRT 2 {to}"))).contains("g-1");

        Asked sent = asked.getFirst();
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.target()).isEqualTo("/send");
        assertThat(sent.headers().get("Content-type")).containsExactly("application/json");
        assertThat(sent.headers().get("Authorization")).containsExactly("Bearer t0k\"en");
        assertThat(sent.body())
                .isEqualTo("{\"id\": \"pendopo-line-42\", \"to\": [\"6281234500011\"], \"from\": \"3636\","
                        + " \"text\": \"Jl. \\\"Melati\\\"\\nRT 2 {to}\"}");
    }

    @Test
    void fillsAFormAndAnAddress() throws Exception {
        ChannelAccount line = account(Map.of(
                "outbound.url", "https://gateway.example.id/v1/send?to={to}&text={text}",
                "outbound.body", "to={to-local}&message={text}"));

        adapter.send(line, saying("biaya & syarat = 50%"));

        assertThat(asked.getFirst().target())
                .isEqualTo("/v1/send?to=%2B6281234500011&text=biaya%20%26%20syarat%20%3D%2050%25");
        assertThat(asked.getFirst().body()).isEqualTo("to=081234500011&message=biaya+%26+syarat+%3D+50%25");
        assertThat(asked.getFirst().headers().get("Content-type").getFirst())
                .startsWith("application/x-www-form-urlencoded");
    }

    @ParameterizedTest
    @CsvSource({
        "200, '{\"status\": \"0\", \"id\": \"g-2\"}', ''",
        "200, '{\"status\": \"-5\"}', PERMANENT -5",
        "200, '{\"status\": \"-99\"}', RETRY -99",
        "200, 'maintenance', UNKNOWN unreadable answer",
        "400, '{\"status\": \"-99\"}', RETRY -99",
        "400, '', PERMANENT http 400",
        "401, '', RETRY http 401",
        "429, '', RETRY http 429",
        "503, '', RETRY http 503",
    })
    void readsWhatTheGatewayMadeOfIt(int status, String answer, String failure) throws Exception {
        this.status = status;
        this.answer = answer;
        ChannelAccount line = account(Map.of(
                "outbound.id", "/id",
                "outbound.accepted", "/status=0",
                "outbound.error", "/status",
                "outbound.retry", "-99,-98"));

        if (failure.isEmpty()) {
            assertThat(adapter.send(line, saying("halo"))).contains("g-2");
        } else {
            assertThatThrownBy(() -> adapter.send(line, saying("halo")))
                    .isInstanceOf(SendFailed.class)
                    .hasMessage(failure);
        }
    }

    @Test
    void waitsAsLongAsTheGatewayAsks() {
        status = 429;
        answerHeaders = Map.of("Retry-After", "30");

        assertThatThrownBy(() -> adapter.send(account(Map.of()), saying("halo")))
                .isInstanceOfSatisfying(
                        SendFailed.class,
                        failed -> assertThat(failed.retryAfter()).contains(Duration.ofSeconds(30)));
    }

    @Test
    void saysOfAGatewayThatIsAwayThatNothingWasSent() {
        ChannelAccount line = account(Map.of());
        gateway.stop(0);

        assertThatThrownBy(() -> adapter.send(line, saying("halo")))
                .isInstanceOfSatisfying(
                        SendFailed.class, failed -> assertThat(failed.outcome()).isEqualTo(Outcome.RETRY));
    }

    @Test
    void asksForReportsWhereTheGatewayTellsNone() throws Exception {
        answer = "{\"data\": [{\"smslog_id\": \"30\", \"status\": \"3\"}, {\"smslog_id\": \"31\", \"status\": \"0\"}]}";
        ChannelAccount line = account(Map.of(
                "credentials.user", "desa",
                "reports.poll", "/index.php?op=ds&u={user}",
                "reports.each", "/data",
                "reports.id", "smslog_id",
                "reports.status", "status",
                "reports.delivered", "3"));

        assertThat(adapter.pulls(line)).isTrue();
        var pulled = adapter.open(line, "").pull(Optional.empty());

        assertThat(asked.getFirst().target()).isEqualTo("/index.php?op=ds&u=desa");
        assertThat(adapter.parse(line, pulled.getFirst().request().orElseThrow())
                        .events())
                .singleElement()
                .satisfies(event -> assertThat(event.externalId()).isEqualTo("30/3"));
    }
}
