package id.pendopo.config.journeys;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Telegram's Bot API on loopback: takes what the bot says, knows one file, remembers everything. */
final class FakeTelegram implements AutoCloseable {

    /** A method that the bot called, in lower case, with what it said. */
    record Called(String method, JsonNode said) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final List<Called> calls = new CopyOnWriteArrayList<>();
    private final byte[] photo;

    FakeTelegram(byte[] photo) throws IOException {
        this.photo = photo;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/bot" + TelegramCitizen.TOKEN + "/", this::called);
        server.createContext("/file/bot" + TelegramCitizen.TOKEN + "/", this::file);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What the bot said to a chat, in order. */
    List<JsonNode> said(long chat) {
        return calls("sendmessage").stream()
                .filter(said -> said.path("chat_id").asString("").equals(String.valueOf(chat)))
                .toList();
    }

    List<JsonNode> calls(String method) {
        return calls.stream()
                .filter(call -> call.method().equals(method))
                .map(Called::said)
                .toList();
    }

    private void called(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String method = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        byte[] body = exchange.getRequestBody().readAllBytes();
        boolean json = body.length > 0 && body[0] == '{';
        calls.add(new Called(method, json ? JSON.readTree(body) : JSON.missingNode()));
        String result = switch (method) {
            case "sendmessage" -> "{\"message_id\": " + calls.size() + "}";
            case "getfile" -> "{\"file_id\": \"foto\", \"file_path\": \"photos/file_0.jpg\"}";
            default -> "true";
        };
        respond(exchange, ("{\"ok\": true, \"result\": " + result + "}").getBytes(StandardCharsets.UTF_8));
    }

    private void file(HttpExchange exchange) throws IOException {
        respond(exchange, photo);
    }

    private static void respond(HttpExchange exchange, byte[] body) throws IOException {
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
