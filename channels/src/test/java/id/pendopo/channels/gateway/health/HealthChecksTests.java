package id.pendopo.channels.gateway.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.adapter.Adapters;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.HealthCheck;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.gateway.accounts.AccountSources;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each kind asks its provider of an account, and what it makes of the answer. */
class HealthChecksTests {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer provider;
    private volatile int status = 200;
    private volatile String answer = "{}";

    @BeforeEach
    void startProvider() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/", this::answer);
        provider.start();
    }

    @AfterEach
    void stopProvider() {
        provider.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        String said = path.endsWith("/debug_token") ? "{\"data\": {\"expires_at\": 1798761600}}" : answer;
        byte[] body = said.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    static Stream<Arguments> kinds() {
        Map<String, String> meta = Map.of("access-token", "tok", "app-secret", "s", "verify-token", "v");
        Map<String, String> twilio = Map.of("account-sid", "AC7", "auth-token", "tok", "from", "+622150001234");
        String twilioSays = "{\"friendly_name\": \"Wanasari\", \"status\": \"active\"}";
        return Stream.of(
                arguments(
                        "whatsapp-cloud",
                        with(meta, "phone-number-id", "109"),
                        "{\"display_phone_number\": \"+62 811\", \"quality_rating\": \"GREEN\", \"id\": \"109\"}",
                        "/v23.0/109",
                        "NAME +62 811, QUALITY GREEN, EXPIRES 2027-01-01T00:00:00Z"),
                arguments(
                        "messenger",
                        with(meta, "page-id", "640"),
                        "{\"name\": \"Kabupaten Wanasari\"}",
                        "/v23.0/640",
                        "NAME Kabupaten Wanasari, EXPIRES 2027-01-01T00:00:00Z"),
                arguments(
                        "instagram",
                        with(meta, "account-id", "178"),
                        "{\"username\": \"wanasari\"}",
                        "/v23.0/178",
                        "NAME wanasari, EXPIRES 2027-01-01T00:00:00Z"),
                arguments(
                        "telegram",
                        Map.of("bot-token", "1:a", "webhook-secret", "x"),
                        "{\"ok\": true, \"result\": {\"id\": 1, \"is_bot\": true, \"username\": \"WanasariBot\"}}",
                        "/bot1:a/getme",
                        "NAME @WanasariBot"),
                arguments(
                        "line",
                        Map.of("channel-secret", "s", "access-token", "tok"),
                        "{\"userId\": \"U1\", \"basicId\": \"@216ru\"}",
                        "/v2/bot/info",
                        "NAME @216ru"),
                arguments(
                        "twilio-sms",
                        twilio,
                        twilioSays,
                        "/2010-04-01/Accounts/AC7.json",
                        "NAME Wanasari, STATUS active"),
                arguments(
                        "twilio-whatsapp",
                        twilio,
                        twilioSays,
                        "/2010-04-01/Accounts/AC7.json",
                        "NAME Wanasari, STATUS active"),
                arguments(
                        "twilio-voice",
                        twilio,
                        twilioSays,
                        "/2010-04-01/Accounts/AC7.json",
                        "NAME Wanasari, STATUS active"));
    }

    private static Map<String, String> with(Map<String, String> settings, String name, String value) {
        Map<String, String> all = new HashMap<>(settings);
        all.put(name, value);
        return all;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void tellsWhatTheProviderSays(String kind, Map<String, String> settings, String said, String path, String expected)
            throws Exception {
        answer = said;

        List<HealthCheck.Fact> facts = check(kind, settings);

        assertThat(asked.getFirst()).isEqualToIgnoringCase(path);
        assertThat(facts.stream().map(fact -> fact.kind() + " " + fact.value())).containsExactly(expected.split(", "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void tellsThatTheProviderSaysNo(String kind, Map<String, String> settings) {
        status = 401;
        answer = "{\"ok\": false, \"error_code\": 401, \"code\": 20003, \"error\": {\"code\": 190}}";

        assertThatThrownBy(() -> check(kind, settings)).isInstanceOf(SendFailed.class);
    }

    private List<HealthCheck.Fact> check(String kind, Map<String, String> settings) throws SendFailed {
        ChannelAdapter adapter = Adapters.byKind().get(kind);
        Map<String, String> all = with(
                settings,
                "api-base-url",
                "http://127.0.0.1:" + provider.getAddress().getPort());
        return ((HealthCheck) adapter).health(new ChannelAccount("line", kind, AccountSources.fromMap(adapter, all)));
    }
}
