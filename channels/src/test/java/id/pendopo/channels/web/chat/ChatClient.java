package id.pendopo.channels.web.chat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that uses the chat over real HTTP, as the contract describes it. */
public final class ChatClient {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String BOUNDARY = "----batas";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    public ChatClient(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** A begun chat. */
    public record Chat(String conversation, String token, URI events) {

        String path() {
            return "/api/chat/" + conversation;
        }

        public String[] bearer() {
            return new String[] {"Authorization", "Bearer " + token};
        }
    }

    public Chat begin() throws IOException, InterruptedException {
        JsonNode begun = json(post("/api/chat", "{}"));
        return new Chat(
                begun.get("conversation").stringValue(),
                begun.get("token").stringValue(),
                URI.create(begun.get("events").stringValue()));
    }

    public HttpResponse<String> say(Chat chat, String body) throws IOException, InterruptedException {
        return post(chat.path() + "/messages", body, chat.bearer());
    }

    HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                headers);
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path)), headers);
    }

    HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<String> upload(Chat chat, byte[] file) throws IOException, InterruptedException {
        return multipart(chat.path() + "/attachments", List.of(part("file", "foto.jpg", file)), chat.bearer());
    }

    static byte[] field(String name, String value) {
        return ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] part(String name, String fileName, byte[] file) {
        byte[] head = ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\""
                        + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        return join(List.of(head, file, "\r\n".getBytes(StandardCharsets.UTF_8)));
    }

    HttpResponse<String> multipart(String path, List<byte[]> parts, String... headers)
            throws IOException, InterruptedException {
        List<byte[]> all = new ArrayList<>(parts);
        all.add(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(join(all))),
                headers);
    }

    HttpResponse<String> options(String path, String... headers) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(base + path)).method("OPTIONS", HttpRequest.BodyPublishers.noBody()),
                headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers)
            throws IOException, InterruptedException {
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    /** What a problem is called, if the response is one. */
    static String problem(HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        return type.startsWith("application/problem+json")
                ? json(response).get("type").stringValue().replace("urn:pendopo:chat:", "")
                : "no problem but " + type;
    }

    private static byte[] join(List<byte[]> parts) {
        byte[] joined = new byte[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }
}
