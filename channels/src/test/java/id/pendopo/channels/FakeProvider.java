package id.pendopo.channels;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on loopback that takes what a provider's interface takes, and answers as it is told. */
public final class FakeProvider implements AutoCloseable {

    /** Where a file of the desk lies in {@link #replying}. */
    public static final String LINK = "/f/0123456789ab";

    public static final Attachment PHOTO = new Attachment("image/jpeg", "7b0f0000-0000-4000-8000-000000000001");
    public static final Attachment FORM = new Attachment("application/pdf", "7b0f0000-0000-4000-8000-000000000002");

    /** A request; a body of bytes has one character for each. */
    public record Asked(String path, String type, String body) {}

    /** @param status 0 cuts the connection */
    private record Answer(int status, String body) {}

    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Answer>> answers = new ConcurrentHashMap<>();
    private final String otherwise;

    /** @param otherwise what is answered where nothing else was told */
    public FakeProvider(String otherwise) throws IOException {
        this.otherwise = otherwise;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** What an agent's reply looks like. */
    public static OutboundMessage replying(Block... blocks) {
        return new OutboundMessage(
                new Address("line", "6281234500011"),
                7,
                1,
                0,
                OutboundMessage.Author.AGENT,
                java.util.Locale.of("id"),
                List.of(blocks),
                Optional.empty(),
                Optional.of("Ani"));
    }

    public static Block.Media photo() {
        return new Block.Media(PHOTO, "", Optional.of(LINK));
    }

    public static Block.Media form() {
        return new Block.Media(FORM, "Formulir F-1.02.pdf", Optional.of(LINK));
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public List<Asked> asked() {
        return asked;
    }

    public List<String> paths() {
        return asked.stream().map(Asked::path).toList();
    }

    /** The next request to a path is answered so; those after it as before. */
    public void answersOnce(String path, int status, String body) {
        answers.computeIfAbsent(path, _ -> new ArrayDeque<>()).add(new Answer(status, body));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(new Asked(
                path,
                String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1)));
        Answer next =
                Optional.ofNullable(answers.get(path)).map(Queue::poll).orElseGet(() -> new Answer(200, otherwise));
        if (next.status() == 0) {
            exchange.close();
            return;
        }
        byte[] body = next.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(next.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
