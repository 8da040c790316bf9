package id.pendopo.config.push;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A push service on loopback with the browsers behind it (RFC 8030): takes what is signed as RFC 8292 says, by the key that
 * signed first, and reads it as the browser would.
 */
public final class FakePushService implements AutoCloseable {

    private static final Pattern SIGNED = Pattern.compile("vapid t=([^.]+\\.([^.]+)\\.([^,]+)), *k=(.+)");
    private static final int SIGNATURE_BYTES = 64;

    private final HttpServer server;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, Subscriber> browsers = new ConcurrentHashMap<>();
    private final List<Pushed> pushed = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile int status = 201;

    /**
     * What a browser was told.
     *
     * @param said the message, decrypted
     * @param claims of the token
     * @param key of the desk
     */
    public record Pushed(
            String browser, JsonNode said, JsonNode claims, String key, String ttl, String urgency, String topic) {}

    public FakePushService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    public String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A browser subscribes. */
    public String endpoint(String name, Subscriber browser) {
        browsers.put("/" + name, browser);
        return origin() + "/" + name;
    }

    /** How it answers from now on. */
    public void answers(int code) {
        status = code;
    }

    public List<Pushed> pushed() {
        return List.copyOf(pushed);
    }

    /** Every address that was asked, whatever it answered. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        int code = status;
        if (code == 201) {
            try {
                pushed.add(read(exchange, path, body));
            } catch (GeneralSecurityException | RuntimeException forged) {
                code = 403;
            }
        }
        asked.add(path);
        exchange.sendResponseHeaders(code, -1);
        exchange.close();
    }

    private Pushed read(HttpExchange exchange, String path, byte[] body) throws GeneralSecurityException {
        Matcher token = SIGNED.matcher(header(exchange, "Authorization"));
        if (!token.matches() || !"aes128gcm".equals(header(exchange, "Content-Encoding"))) {
            throw new GeneralSecurityException("not signed, or not encrypted as it should be");
        }
        JsonNode claims = json.readTree(Subscriber.bytes(token.group(2)));
        verify(token);
        if (!claims.at("/aud").asString().equals(origin())
                || claims.at("/exp").asLong() < Instant.now().getEpochSecond()) {
            throw new GeneralSecurityException("signed for somebody else, or too long ago");
        }
        return new Pushed(
                path.substring(1),
                json.readTree(browsers.get(path).read(body)),
                claims,
                token.group(4),
                header(exchange, "TTL"),
                header(exchange, "Urgency"),
                header(exchange, "Topic"));
    }

    private static void verify(Matcher token) throws GeneralSecurityException {
        byte[] signature = Subscriber.bytes(token.group(3));
        String text = token.group(1).substring(0, token.group(1).lastIndexOf('.'));
        Signature judge = Signature.getInstance("SHA256withECDSAinP1363Format");
        judge.initVerify(Subscriber.point(Subscriber.bytes(token.group(4))));
        judge.update(text.getBytes(StandardCharsets.US_ASCII));
        if (signature.length != SIGNATURE_BYTES || !judge.verify(signature)) {
            throw new GeneralSecurityException("forged");
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
