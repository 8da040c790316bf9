package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.config.journeys.ChatCitizen.Event;
import id.pendopo.config.journeys.ChatCitizen.Stream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A citizen in the chat, and an agent who works by program. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class ChatJourneyTests {

    private static final String REPORT = "mau lapor jalan rusak dpn sd 3 wanasari, lubangnya dalam sekali";

    @TempDir
    static Path data;

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newHttpClient();
    private DeskProcess desk;

    @BeforeAll
    void open() {
        desk = DeskProcess.demo(data, Map.of());
    }

    @AfterAll
    void close() {
        desk.close();
    }

    @Test
    void aQuestionGetsACitedAnswer() throws Exception {
        JsonNode reply = last(ChatCitizen.begins(desk).says("ktp sy ilang gmn urusnya"));

        assertThat(reply.at("/from").asString()).isEqualTo("bot");
        assertThat(reply.at("/text").asString()).contains("polisi");
        for (String field : List.of("title", "url", "date", "source")) {
            assertThat(reply.at("/citation/" + field).asString()).as(field).isNotBlank();
        }
        assertThat(reply.at("/citation/version").asInt()).isPositive();
        HttpRequest article = HttpRequest.newBuilder(
                        desk.uri("/").resolve(reply.at("/citation/url").asString()))
                .build();
        assertThat(http.send(article, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    @Test
    void theSameMessageGetsTheSameAnswerOnce() throws Exception {
        ChatCitizen budi = ChatCitizen.begins(desk);
        Map<String, String> message = Map.of("clientId", "satu", "text", "ktp sy ilang gmn urusnya");

        HttpResponse<String> first = budi.post(budi.messages(), Optional.of(budi.token()), message);
        HttpResponse<String> again = budi.post(budi.messages(), Optional.of(budi.token()), message);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        try (Stream stream = budi.listens(Optional.empty())) {
            String seen = stream.next().id();
            budi.says("terima kasih");
            assertThat(turn(stream.next().id())).isEqualTo(turn(seen) + 1);
        }
    }

    @Test
    void onlyTheTokenInTheHeaderOpensAChat() throws Exception {
        ChatCitizen budi = ChatCitizen.begins(desk);
        Map<String, String> message = Map.of("clientId", "satu", "text", "halo");

        assertThat(budi.post(budi.messages(), Optional.empty(), message).statusCode())
                .isEqualTo(401);
        assertThat(budi.post(budi.messages(), Optional.of("salah"), message).statusCode())
                .isEqualTo(401);
        HttpResponse<String> query = budi.post(budi.messages() + "?token=" + budi.token(), Optional.empty(), message);
        assertThat(query.statusCode()).isBetween(400, 403);
        assertThat(query.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void aReportGoesFromTheChatToTheDeskAndBack() throws Exception {
        ChatCitizen budi = ChatCitizen.begins(desk);
        String code = report(budi);
        Event replied;
        try (Stream stream = budi.listens(Optional.empty())) {
            assertThat(stream.type()).startsWith("text/event-stream");
            change(code, "replies", Map.of("text", "Di sebelah mana lubangnya?", "version", version(code)));
            replied = nextFrom(stream, "agent");
            assertThat(replied.reply().at("/text").asString()).contains("Di sebelah mana lubangnya?");
        }

        budi.says("tepat di depan gerbang sekolah");
        assertThat(ticket(code).at("/history").valueStream())
                .anyMatch(event -> event.at("/text").asString("").contains("gerbang sekolah"));

        change(code, "close", Map.of("outcome", "fixed", "text", "Sudah kami tambal.", "version", version(code)));
        try (Stream stream = budi.listens(Optional.of(replied.id()))) {
            JsonNode question = closingQuestion(stream, replied.id());
            budi.picks(choice(question, "Selesai"));
        }

        assertThat(ticket(code).at("/status").asString()).isEqualTo("CONFIRMED");
        HttpRequest track = HttpRequest.newBuilder(desk.uri("/track/" + code)).build();
        assertThat(http.send(track, BodyHandlers.ofString()).body()).contains("Laporan Anda selesai.");
        assertThat(last(budi.says("STATUS " + code)).at("/text").asString()).contains("selesai");
    }

    /** Reports in one message, confirms, and gets the ticket's digits. */
    private String report(ChatCitizen citizen) throws Exception {
        JsonNode summary = last(citizen.says(REPORT));
        assertThat(summary.at("/text").asString()).contains("lubangnya dalam sekali");
        JsonNode done = last(citizen.picks(summary.at("/choices/0/id").asString()));
        String code = done.at("/ticket").asString().replace(" ", "");
        assertThat(code).matches("\\d{10}");
        assertThat(ticket(code).at("/status").asString()).isEqualTo("NEW");
        assertThat(last(citizen.says("STATUS")).at("/text").asString()).contains("sudah kami terima");
        return code;
    }

    private static JsonNode closingQuestion(Stream stream, String after) throws Exception {
        Event event = stream.next();
        while (!event.reply().at("/text").asString().contains("Sudah kami tambal.")) {
            assertThat(turn(event.id())).isGreaterThan(turn(after));
            event = stream.next();
        }
        return event.reply();
    }

    private static Event nextFrom(Stream stream, String author) throws Exception {
        Event event = stream.next();
        while (!event.reply().at("/from").asString().equals(author)) {
            event = stream.next();
        }
        return event;
    }

    private static long turn(String eventId) {
        return Long.parseLong(eventId.split("\\.", 2)[0]);
    }

    private static String choice(JsonNode reply, String label) {
        return reply.at("/choices")
                .valueStream()
                .filter(choice -> choice.at("/label").asString().contains(label))
                .map(choice -> choice.at("/id").asString())
                .findFirst()
                .orElseThrow(() -> new AssertionError("not offered: " + label));
    }

    private static JsonNode last(JsonNode replies) {
        assertThat(replies.size()).isPositive();
        return replies.get(replies.size() - 1);
    }

    private long version(String code) throws Exception {
        return ticket(code).at("/version").asLong();
    }

    private JsonNode ticket(String code) throws Exception {
        HttpResponse<String> answer =
                http.send(request("/api/v1/tickets/" + code).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private void change(String code, String what, Map<String, Object> body) throws Exception {
        HttpRequest request = request("/api/v1/tickets/" + code + "/" + what)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode())
                .as(what)
                .isBetween(200, 201);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(desk.uri(path))
                .timeout(Duration.ofSeconds(10))
                .header(
                        "Authorization",
                        "Bearer " + desk.printed("apikey", "admin").orElseThrow());
    }
}
