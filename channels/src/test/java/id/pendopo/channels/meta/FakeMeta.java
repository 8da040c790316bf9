package id.pendopo.channels.meta;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.pendopo.channels.Address;
import id.pendopo.channels.Block;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.OutboundMessage.Author;
import id.pendopo.channels.adapter.ChannelAdapter.Rendered;
import id.pendopo.channels.adapter.WebhookRequest;
import id.pendopo.channels.adapter.window.ReplyWindow;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on loopback that takes messages as the Messenger Platform does. */
public final class FakeMeta implements AutoCloseable {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int status = 200;
    private volatile String answer = "{\"recipient_id\": \"640\", \"message_id\": \"m_OUT\"}";

    public FakeMeta() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Method, path, authorization and body of each request. */
    public List<String> asked() {
        return asked;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void answers(int status, String answer) {
        this.status = status;
        this.answer = answer;
    }

    public void refuses(int status, int code, int subCode) {
        answers(
                status,
                "{\"error\": {\"message\": \"x\", \"type\": \"OAuthException\", \"code\": " + code
                        + ", \"error_subcode\": " + subCode + "}}");
    }

    public static Rendered saying(Author author, Block... blocks) {
        return new Rendered(
                42,
                new OutboundMessage(
                        new Address("line", "6400112233445566"),
                        7,
                        1,
                        0,
                        author,
                        Locale.of("id"),
                        List.of(blocks),
                        Optional.empty()));
    }

    /** The same message while a reply window stands so. */
    public static Rendered within(ReplyWindow window, Rendered message) {
        return new Rendered(message.id(), message.message(), message.replyHandle(), window);
    }

    public static WebhookRequest request(String body) {
        return new WebhookRequest(
                "line",
                "POST",
                URI.create("https://desk.example.org"),
                "",
                "",
                Map.of(),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization") + " "
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
