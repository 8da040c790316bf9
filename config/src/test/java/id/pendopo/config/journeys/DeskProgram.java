package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An agent who works by program, with the demonstration's key. */
final class DeskProgram {

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newHttpClient();
    private final DeskProcess desk;

    DeskProgram(DeskProcess desk) {
        this.desk = desk;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request(path).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return json.readTree(answer.body());
    }

    HttpResponse<String> post(String path, Map<String, Object> body) throws IOException, InterruptedException {
        return http.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                        .build(),
                BodyHandlers.ofString());
    }

    JsonNode ticket(String code) throws IOException, InterruptedException {
        return get("/api/v1/tickets/" + code);
    }

    void reply(String code, String text) throws IOException, InterruptedException {
        Map<String, Object> reply =
                Map.of("text", text, "version", ticket(code).at("/version").asLong());
        assertThat(post("/api/v1/tickets/" + code + "/replies", reply).statusCode())
                .isBetween(200, 201);
    }

    void close(String code, String text) throws IOException, InterruptedException {
        Map<String, Object> closing = Map.of(
                "outcome",
                "fixed",
                "text",
                text,
                "version",
                ticket(code).at("/version").asLong());
        assertThat(post("/api/v1/tickets/" + code + "/close", closing).statusCode())
                .isEqualTo(200);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(desk.uri(path))
                .timeout(Duration.ofSeconds(10))
                .header(
                        "Authorization",
                        "Bearer " + desk.printed("apikey", "admin").orElseThrow());
    }
}
