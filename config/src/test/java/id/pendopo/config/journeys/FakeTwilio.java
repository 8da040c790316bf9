package id.pendopo.config.journeys;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/**
 * Twilio's message and call resources on loopback, as <a href="https://www.twilio.com/docs/messaging/api/message-resource">its
 * page</a> describes them: takes what the desk sends, lists what citizens sent.
 */
public final class FakeTwilio implements AutoCloseable {

    private final HttpServer server;
    private final JsonMapper json = JsonMapper.builder().build();
    private final List<Map<String, String>> sent = new CopyOnWriteArrayList<>();
    private final List<Map<String, Object>> inbound = new CopyOnWriteArrayList<>();
    private final List<Map<String, String>> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger counter = new AtomicInteger();
    private volatile boolean away;

    public FakeTwilio() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Messages that the desk sent by the API: form fields. */
    List<Map<String, String>> sent() {
        return List.copyOf(sent);
    }

    /** The texts that one number received by the API. */
    public List<String> textsTo(String number) {
        return sent.stream()
                .filter(form -> number.equals(form.get("To")))
                .map(form -> form.get("Body"))
                .toList();
    }

    /** Calls that the desk made by the API: form fields. */
    List<Map<String, String>> callsTo(String number) {
        return calls.stream().filter(form -> number.equals(form.get("To"))).toList();
    }

    /** Whether it takes nothing that the desk sends, and answers 503. */
    void away(boolean yes) {
        away = yes;
    }

    /** A message that a citizen sent and the desk may have missed. */
    void holds(String sid, String from, String to, String body, String dateSent) {
        inbound.add(Map.of(
                "sid", sid,
                "from", from,
                "to", to,
                "body", body,
                "direction", "inbound",
                "status", "received",
                "date_sent", dateSent,
                "date_created", dateSent,
                "num_media", "0",
                "num_segments", "1"));
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        boolean send = "POST".equals(exchange.getRequestMethod());
        boolean call = exchange.getRequestURI().getPath().endsWith("/Calls.json");
        boolean refused = send && away;
        byte[] answer = refused ? new byte[] {'{', '}'} : json.writeValueAsBytes(send ? take(body, call) : list());
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(refused ? 503 : send ? 201 : 200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private Map<String, Object> take(byte[] body, boolean call) {
        Map<String, String> form = new HashMap<>();
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(decode(parts[0]), decode(parts[1]));
        }
        (call ? calls : sent).add(form);
        String sid = (call ? "CA%032x" : "SM%032x").formatted(counter.incrementAndGet());
        return Map.of("sid", sid, "status", "queued", "num_segments", "1");
    }

    private Map<String, Object> list() {
        return Map.of(
                "messages", new ArrayList<>(inbound), "page", 0, "page_size", 50, "uri", "/", "first_page_uri", "/");
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
