package id.pendopo.channels.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.pendopo.channels.AttachmentRefused;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that people write to make a server fetch what they may not see, and the few that are fetched. */
class DownloadTests {

    private static final Map<String, String> SECRET = Map.of("Authorization", "Basic cmFoYXNpYQ==");

    private final Download download = new Download(Set.of("media.provider.example", "localhost", ".cdn.example"));
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer provider;
    private HttpServer inside;

    @BeforeEach
    void start() throws IOException {
        provider = server();
        inside = server();
    }

    private HttpServer server() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        return server;
    }

    @AfterEach
    void stop() {
        provider.stop(0);
        inside.stop(0);
    }

    @Test
    void fetchesFromTheProviderWithItsCredentials() throws Exception {
        assertThat(get("/file")).isEqualTo("isi");
        assertThat(asked).containsExactly("/file Basic cmFoYXNpYQ==");
    }

    @Test
    void aNameThatBeginsWithADotStandsForTheHostsBelowIt() {
        assertThat(download.isNamed("scontent.xx.cdn.example")).isTrue();
        assertThat(download.isNamed("cdn.example")).isFalse();
        assertThat(download.isNamed("a.media.provider.example")).isFalse();
    }

    @Test
    void followsARedirectWithinTheProvider() throws Exception {
        assertThat(get("/redirect?to=/file")).isEqualTo("isi");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.0.0.1:5432/",
                "http://localhost/",
                "https://localhost/",
                "https://localhost:8443/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://0.0.0.0/",
                "http://0/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0177.0.0.1/",
                "http://127.1/",
                "http://10.0.0.1/",
                "http://192.168.1.1/",
                "http://172.16.0.1/",
                "http://169.254.169.254/latest/meta-data/iam/security-credentials/",
                "http://metadata.google.internal/computeMetadata/v1/",
                "http://[fd00:ec2::254]/latest/meta-data/",
                "https://127.0.0.1.nip.io/",
                "https://cdn.example/a.png",
                "https://evilcdn.example/a.png",
                "https://a.cdn.example.evil.example/a.png",
                "https://evil.example/.cdn.example",
                "https://a.cdn.example@evil.example/a.png",
                "http://a.cdn.example/a.png",
                "https://a.cdn.example:8443/a.png",
                "https://media.provider.example.evil.example/a.png",
                "https://evil-media.provider.example/a.png",
                "https://evil.example/media.provider.example/a.png",
                "https://evil.example#media.provider.example",
                "https://evil.example?media.provider.example",
                "https://media.provider.example@evil.example/a.png",
                "https://user:pass@media.provider.example/a.png",
                "https://media.provider.example:8443/a.png",
                "http://media.provider.example/a.png",
                "//media.provider.example/a.png",
                "https:media.provider.example/a.png",
                "https:///a.png",
                "https://media.provider.example\\@evil.example/",
                "https://media.provider.example%00.evil.example/",
                "https://media.provider.example%2f@evil.example/",
                "https://media\u3002provider\u3002example/a.png",
                "https://m\u0435dia.provider.example/a.png",
                "file:///etc/passwd",
                "ftp://media.provider.example/a.png",
                "gopher://127.0.0.1:6379/_FLUSHALL",
                "jar:https://media.provider.example/a.jar!/a",
                "data:text/plain,halo",
                "javascript:alert(1)",
                "lampu.jpg",
                "",
                " ",
                "https://media.provider.example/\r\nHost: evil.example"
            })
    void neverFetchesFromElsewhere(String address) throws Exception {
        assertThat(refused(address)).isEqualTo(AttachmentRefused.Reason.ELSEWHERE);
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:5432/",
                "https://localhost/",
                "http://[::1]/",
                "http://2130706433/",
                "http://169.254.169.254/latest/meta-data/",
                "https://evil.example/a.png",
                "//evil.example/a.png",
                "https://media.provider.example@evil.example/a.png",
                "http://media.provider.example/a.png",
                "file:///etc/passwd",
                "gopher://127.0.0.1:6379/_FLUSHALL"
            })
    void isNotLedElsewhereByARedirect(String address) throws Exception {
        assertThat(refused("/redirect?to=" + address)).isEqualTo(AttachmentRefused.Reason.ELSEWHERE);
        assertThat(asked).hasSize(1);
    }

    @Test
    void doesNotFollowTheProviderIntoOurOwnNetwork() throws Exception {
        String other = "http://127.0.0.1:" + inside.getAddress().getPort() + "/file";

        assertThat(refused("/redirect?to=" + other)).isEqualTo(AttachmentRefused.Reason.ELSEWHERE);
        assertThat(asked).hasSize(1);
    }

    @Test
    void givesUpOnRedirectsWithoutAnEnd() {
        assertThat(failure("/redirect?to=/redirect?to=/redirect?to=/redirect?to=/redirect?to=/file")
                        .code())
                .isEqualTo("redirects");
    }

    @Test
    void readsNoMoreThanItMay() throws Exception {
        assertThat(refused("/large")).isEqualTo(AttachmentRefused.Reason.TOO_LARGE);
    }

    @Test
    void triesAgainWhatIsNotThereYet() {
        assertThat(failure("/missing"))
                .returns("http 404", SendFailed::code)
                .returns(SendFailed.Outcome.RETRY, SendFailed::outcome);
        provider.stop(0);
        assertThat(failure("/file").code()).isEqualTo("unreachable");
    }

    private AttachmentRefused.Reason refused(String address) throws SendFailed {
        try {
            get(address);
            return null;
        } catch (AttachmentRefused refused) {
            return refused.reason();
        }
    }

    private SendFailed failure(String address) {
        return catchThrowableOfType(SendFailed.class, () -> get(address));
    }

    /** A path lies at the provider. */
    private String get(String address) throws SendFailed, AttachmentRefused {
        URI api = URI.create("http://127.0.0.1:" + provider.getAddress().getPort());
        boolean path = address.startsWith("/") && !address.startsWith("//");
        return new String(download.get(api, path ? api + address : address, SECRET), StandardCharsets.UTF_8);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        asked.add(path + " " + authorization);
        switch (path) {
            case "/redirect" -> {
                String to = exchange.getRequestURI().getQuery().substring("to=".length());
                exchange.getResponseHeaders().add("Location", to.replaceAll("[\r\n]", ""));
                exchange.sendResponseHeaders(302, -1);
            }
            case "/file" -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write("isi".getBytes(StandardCharsets.UTF_8));
            }
            case "/large" -> large(exchange);
            default -> exchange.sendResponseHeaders(404, -1);
        }
        exchange.close();
    }

    private static void large(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] piece = new byte[1 << 20];
        try (OutputStream body = exchange.getResponseBody()) {
            for (int i = 0; i < 100; i++) {
                body.write(piece);
            }
        } catch (IOException enough) {
            exchange.close();
        }
    }
}
