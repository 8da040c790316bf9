package id.pendopo.config.journeys;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who chats by a program of their own: JSON in, JSON and an event stream out. */
final class ChatCitizen {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final DeskProcess desk;
    private final String conversation;
    private final String token;
    private final URI events;

    private ChatCitizen(DeskProcess desk, JsonNode begun) {
        this.desk = desk;
        this.conversation = begun.at("/conversation").asString();
        this.token = begun.at("/token").asString();
        this.events = desk.uri("/").resolve(begun.at("/events").asString());
    }

    static ChatCitizen begins(DeskProcess desk) throws IOException, InterruptedException {
        HttpResponse<String> begun = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(desk.uri("/api/chat"))
                                .timeout(Duration.ofSeconds(15))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"lang\": \"id\"}"))
                                .build(),
                        BodyHandlers.ofString());
        if (begun.statusCode() != 201) {
            throw new IllegalStateException("answered " + begun.statusCode());
        }
        return new ChatCitizen(desk, JSON.readTree(begun.body()));
    }

    String token() {
        return token;
    }

    String messages() {
        return "/api/chat/" + conversation + "/messages";
    }

    /** Writes a text and reads the replies, of which there must be one at least. */
    JsonNode says(String text) throws IOException, InterruptedException {
        return replies(Map.of("clientId", UUID.randomUUID().toString(), "text", text));
    }

    JsonNode picks(String choice) throws IOException, InterruptedException {
        return replies(Map.of("clientId", UUID.randomUUID().toString(), "choice", choice));
    }

    private JsonNode replies(Map<String, String> message) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(messages(), Optional.of(token), message);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("answered " + answer.statusCode());
        }
        return JSON.readTree(answer.body()).at("/replies");
    }

    HttpResponse<String> post(String path, Optional<String> bearer, Map<String, String> message)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(desk.uri(path))
                .timeout(Duration.ofSeconds(15))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(message)));
        bearer.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Opens the stream after the given event, or from the beginning. */
    Stream listens(Optional<String> lastEventId) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(events).header("Authorization", "Bearer " + token);
        lastEventId.ifPresent(id -> request.header("Last-Event-ID", id));
        HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new IllegalStateException("answered " + response.statusCode());
        }
        return new Stream(
                response.headers().firstValue("Content-Type").orElse(""),
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
    }

    /** The event stream, read as far as it was asked for. */
    record Stream(String type, BufferedReader lines) implements AutoCloseable {

        /** The next reply's event id and content; waits for it. */
        Event next() throws IOException {
            String id = "";
            String line = lines.readLine();
            while (line != null) {
                if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("data:") && !id.isEmpty()) {
                    return new Event(id, JSON.readTree(line.substring(5)));
                }
                line = lines.readLine();
            }
            throw new IllegalStateException("the stream ended");
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    /** A reply and where the stream goes on after it. */
    record Event(String id, JsonNode reply) {

        @Override
        public String toString() {
            return "Event[" + id + "]";
        }
    }
}
