package id.pendopo.channels.sms;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on loopback that answers as Twilio does: takes messages, lists those that came in, refuses on demand. */
final class FakeTwilio implements AutoCloseable {

    /** A request as it arrived. */
    record Asked(String method, String path, String authorization, String form) {}

    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<String> inbound = new CopyOnWriteArrayList<>();
    private final List<String> numbers = new CopyOnWriteArrayList<>();
    private volatile boolean endless;

    FakeTwilio() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Asked> asked() {
        return asked;
    }

    List<Asked> sent() {
        return asked.stream().filter(request -> request.method().equals("POST")).toList();
    }

    /** The latest message comes first, as in Twilio's list. */
    void holds(String sid, String from, String to, String body, int media) {
        inbound.addFirst("""
                {"sid": "%s", "from": "%s", "to": "%s", "body": "%s", "num_media": "%d", "direction": "inbound",
                 "status": "received", "date_created": "Tue, 24 Nov 2026 03:00:00 +0000",
                 "date_sent": "Tue, 24 Nov 2026 03:00:01 +0000", "account_sid": "AC1", "subresource_uris": {}}
                """.formatted(sid, from, to, body, media));
    }

    /** A number of a messaging service. */
    void serves(String service, String number) {
        numbers.add("""
                {"sid": "PN1", "account_sid": "AC1", "service_sid": "%s", "phone_number": "%s", "country_code": "ID",
                 "capabilities": [], "url": "/"}
                """.formatted(service, number));
    }

    /** Something that we sent ourselves; it stands in the same list. */
    void sent(String sid) {
        inbound.addFirst("""
                {"sid": "%s", "from": "+622150001234", "to": "+6281234500011", "body": "Halo", "num_media": "0",
                 "direction": "outbound-api", "status": "delivered", "date_sent": "Tue, 24 Nov 2026 03:00:01 +0000"}
                """.formatted(sid));
    }

    /** Something that went out in a webhook's response. */
    void replied(String sid, String body) {
        inbound.addFirst("""
                {"sid": "%s", "from": "+622150001234", "to": "+6281234500011", "body": "%s", "num_media": "0",
                 "direction": "outbound-reply", "status": "delivered", "date_created": "Tue, 24 Nov 2026 03:00:01 +0000"}
                """.formatted(sid, body));
    }

    /** From now on every page names a next one. */
    void neverEnds() {
        endless = true;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        URI uri = exchange.getRequestURI();
        asked.add(new Asked(
                exchange.getRequestMethod(),
                uri.toString(),
                exchange.getRequestHeaders().getFirst("Authorization"),
                form));
        if (exchange.getRequestMethod().equals("POST")) {
            respond(exchange, 201, "{\"sid\": \"SM%032d\", \"status\": \"queued\"}".formatted(asked.size()));
        } else if (uri.getPath().endsWith("/PhoneNumbers")) {
            respond(exchange, 200, """
                    {"phone_numbers": [%s], "meta": {"page": 0, "page_size": 1000, "key": "phone_numbers",
                     "first_page_url": "/", "url": "/", "next_page_url": null, "previous_page_url": null}}
                    """.formatted(String.join(",", numbers)));
        } else if (uri.getPath().endsWith("/Media.json")) {
            respond(exchange, 200, """
                    {"media_list": [{"sid": "ME1", "content_type": "image/jpeg",
                     "uri": "/2010-04-01/Accounts/AC1/Messages/SM2/Media/ME1.json"}], "page": 0, "page_size": 50, "uri": "/"}
                    """);
        } else {
            list(exchange, uri);
        }
    }

    /** Two pages, if there are two messages or more. */
    private void list(HttpExchange exchange, URI uri) throws IOException {
        int half = (inbound.size() + 1) / 2;
        boolean second = uri.getRawQuery().startsWith("Page=1");
        List<String> page = second ? inbound.subList(half, inbound.size()) : inbound.subList(0, half);
        String next = !endless && (second || half == inbound.size()) ? "null" : "\"" + uri.getRawPath() + "?Page=1\"";
        respond(
                exchange,
                200,
                "{\"messages\": [%s], \"page\": 0, \"page_size\": 200, \"uri\": \"/\", \"next_page_uri\": %s}"
                        .formatted(String.join(",", page), next));
    }

    private static void respond(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().putAll(Map.of("Content-Type", List.of("application/json")));
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
