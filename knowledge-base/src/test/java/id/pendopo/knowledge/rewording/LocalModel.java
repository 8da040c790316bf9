package id.pendopo.knowledge.rewording;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A language model on loopback that says what a test wants, and remembers what it was asked. */
final class LocalModel implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Answers a request as the wire has it. */
    interface Behaviour {
        void answer(HttpExchange exchange, String request) throws IOException;
    }

    /** What was asked. */
    record Asked(String path, String authorization, JsonNode body) {

        String said() {
            return body.at("/messages/1/content").asString();
        }
    }

    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour = saying(question -> "");

    LocalModel() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::asked);
        server.start();
    }

    /** Answers what the citizen's part of the request makes of it. */
    static Behaviour saying(UnaryOperator<String> words) {
        return (exchange, request) -> {
            String said = JSON.readTree(request).at("/messages/1/content").asString();
            send(exchange, 200, completion(words.apply(said)));
        };
    }

    static Behaviour failing(int status) {
        return (exchange, request) -> send(exchange, status, "{\"error\": {}}");
    }

    static String completion(String words) {
        return "{\"id\": \"c1\", \"object\": \"chat.completion\", \"choices\": [{\"index\": 0, \"finish_reason\": \"stop\","
                + " \"message\": {\"role\": \"assistant\", \"content\": " + JSON.writeValueAsString(words) + "}}]}";
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    void does(Behaviour next) {
        behaviour = next;
    }

    List<Asked> asked() {
        return asked;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    private void asked(HttpExchange exchange) throws IOException {
        String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        asked.add(new Asked(
                exchange.getRequestURI().getPath(),
                authorization == null ? "" : authorization,
                JSON.readTree(request)));
        behaviour.answer(exchange, request);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
