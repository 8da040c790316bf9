package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A citizen with a feature phone, and an agent who works by program. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmsJourneyTests {

    private static final Pattern CODE = Pattern.compile("\\d{3} ?\\d{3} ?\\d{4}");

    @TempDir
    static Path data;

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newHttpClient();
    private FakeTwilio twilio;
    private DeskProcess desk;

    @BeforeAll
    void open() throws Exception {
        twilio = new FakeTwilio();
        desk = DeskProcess.demo(data, SmsCitizen.line(twilio.address()));
    }

    @AfterAll
    void close() {
        desk.close();
        twilio.close();
    }

    @Test
    void questionsGetCitedAnswersInOneText() throws Exception {
        SmsCitizen siti = new SmsCitizen(desk, "+6281200000001");

        assertThat(siti.says("brp biaya perpanjang sim c"))
                .hasSize(1)
                .first()
                .asString()
                .contains("Rp75.000", "Sumber");
        assertThat(siti.says("ktp sy ilang gmn urusnya"))
                .hasSize(1)
                .first()
                .asString()
                .contains("polisi");
        assertThat(siti.hears("How much is a new SIM C licence?")).containsIgnoringCase("source");
    }

    @Test
    void theSameMessageGetsTheSameAnswerOnce() throws Exception {
        SmsCitizen siti = new SmsCitizen(desk, "+6281200000002");
        String sid = SmsCitizen.newSid();

        HttpResponse<String> first = siti.post(sid, "lapor");
        HttpResponse<String> again = siti.post(sid, "lapor");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(messages(sid).at("/outbound").size()).isEqualTo(1);
    }

    @Test
    void aReportGoesFromThePhoneToTheDeskAndBack() throws Exception {
        SmsCitizen siti = new SmsCitizen(desk, "+6281200000003");
        siti.says("mau lapor jalan rusak dpn sd 3 wanasari, lubangnya dalam sekali");
        String code = code(siti.hears("ya"));

        JsonNode ticket = get("/api/v1/tickets/" + code);
        assertThat(ticket.at("/status").asString()).isEqualToIgnoringCase("new");
        HttpResponse<String> reply = post(
                "/api/v1/tickets/" + code + "/replies",
                Map.of(
                        "text",
                        "Besok pagi kami tambal.",
                        "version",
                        ticket.at("/version").asLong()));
        assertThat(reply.statusCode()).isBetween(200, 201);
        assertThat(post(
                                "/api/v1/tickets/" + code + "/replies",
                                Map.of(
                                        "text",
                                        "Sudah dijawab rekan.",
                                        "version",
                                        ticket.at("/version").asLong()))
                        .statusCode())
                .isEqualTo(409);
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(twilio.textsTo(siti.number()))
                        .anyMatch(text -> text.contains("Besok pagi kami tambal.")));
        assertThat(twilio.textsTo(siti.number())).noneMatch(text -> text.contains("Sudah dijawab rekan."));

        siti.says("terima kasih, saya tunggu");
        close(code);
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() ->
                        assertThat(twilio.textsTo(siti.number())).anyMatch(text -> text.contains("Sudah kami tambal")));
        siti.says("1");
        assertThat(get("/api/v1/tickets/" + code).at("/status").asString()).isEqualToIgnoringCase("confirmed");
        assertThat(siti.hears("STATUS " + code)).contains("selesai");
    }

    private void close(String code) throws Exception {
        HttpResponse<String> closed = post(
                "/api/v1/tickets/" + code + "/close",
                Map.of(
                        "outcome",
                        "fixed",
                        "text",
                        "Sudah kami tambal.",
                        "version",
                        get("/api/v1/tickets/" + code).at("/version").asLong()));
        assertThat(closed.statusCode()).isEqualTo(200);
    }

    private static String code(String text) {
        Matcher matcher = CODE.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group().replace(" ", "");
    }

    private JsonNode messages(String sid) throws Exception {
        return get("/api/v1/messages?account=smsmain&external_id=" + sid);
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> answer = http.send(request(path).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private HttpResponse<String> post(String path, Map<String, Object> body) throws Exception {
        return http.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(desk.uri(path))
                .timeout(Duration.ofSeconds(10))
                .header(
                        "Authorization",
                        "Bearer " + desk.printed("apikey", "admin").orElseThrow());
    }
}
