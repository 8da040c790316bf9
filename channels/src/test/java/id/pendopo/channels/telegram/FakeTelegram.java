package id.pendopo.channels.telegram;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server on loopback that answers as Telegram's Bot API does, with as few fields as it may. */
final class FakeTelegram implements AutoCloseable {

    static final String TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";

    /** A request as it arrived; the method in lower case, as Telegram does not mind. */
    record Asked(String method, String body) {

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    /** What is answered next. */
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final NavigableMap<Long, String> updates = new ConcurrentSkipListMap<>();
    private final AtomicInteger asking = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    FakeTelegram() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Asked> asked(String method) {
        return asked.stream()
                .filter(request -> request.method().equals(method.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** Somebody wrote: who asks for updates gets it until they confirm it. */
    void queue(long id, String update) {
        updates.put(id, update);
    }

    /** Names of updates that nobody confirmed. */
    Set<Long> unconfirmed() {
        return updates.keySet();
    }

    /** The most questions for updates that were open at the same time. */
    int mostAskingAtOnce() {
        return most.get();
    }

    /** From now on a method is answered so. */
    void answers(String method, int status, String body) {
        answers(method, exchange -> respond(exchange, status, body.getBytes(StandardCharsets.UTF_8)));
    }

    void answers(String method, Answer answer) {
        answers.put(method.toLowerCase(Locale.ROOT), answer);
    }

    /** From now on a method is answered with a yes again. */
    void takes(String method) {
        answers.remove(method.toLowerCase(Locale.ROOT));
    }

    /** A file that getFile finds and that can be fetched. */
    void holds(String fileId, String path, byte[] file) {
        files.put(path, file);
        answers(
                "getFile",
                200,
                "{\"ok\": true, \"result\": {\"file_id\": \"" + fileId + "\", \"file_path\": \"" + path + "\"}}");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String filePrefix = "/file/bot" + TOKEN + "/";
        if (path.startsWith(filePrefix)) {
            byte[] file = files.get(path.substring(filePrefix.length()));
            respond(exchange, file == null ? 404 : 200, file == null ? new byte[0] : file);
            return;
        }
        String prefix = "/bot" + TOKEN + "/";
        if (!path.startsWith(prefix)) {
            respond(exchange, 401, "{\"ok\": false, \"error_code\": 401}".getBytes(StandardCharsets.UTF_8));
            return;
        }
        String method = path.substring(prefix.length()).toLowerCase(Locale.ROOT);
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(new Asked(method, body));
        if (method.equals("getupdates") && !answers.containsKey(method)) {
            updates(exchange, body);
            return;
        }
        answers.getOrDefault(method, this::taken).to(exchange);
    }

    /** https://core.telegram.org/bots/api#getupdates: an offset confirms all that came before. */
    private void updates(HttpExchange exchange, String body) throws IOException {
        most.accumulateAndGet(asking.incrementAndGet(), Math::max);
        long offset = JsonMapper.shared().readTree(body).path("offset").asLong(0);
        updates.headMap(offset).clear();
        long end = System.nanoTime() + 300_000_000L;
        while (updates.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(5_000_000);
        }
        asking.decrementAndGet();
        String result = "{\"ok\": true, \"result\": [" + String.join(",", updates.values()) + "]}";
        respond(exchange, 200, result.getBytes(StandardCharsets.UTF_8));
    }

    private void taken(HttpExchange exchange) throws IOException {
        boolean message =
                exchange.getRequestURI().getPath().toLowerCase(Locale.ROOT).endsWith("/sendmessage");
        String result = message ? "{\"message_id\": " + (1000 + asked.size()) + "}" : "true";
        respond(exchange, 200, ("{\"ok\": true, \"result\": " + result + "}").getBytes(StandardCharsets.UTF_8));
    }

    static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
