package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A citizen with Telegram, and an agent who works by program. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TelegramJourneyTests {

    private static final Pattern CODE = Pattern.compile("\\d{3} ?\\d{3} ?\\d{4}");

    @TempDir
    static Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private FakeTelegram telegram;
    private DeskProcess desk;
    private DeskProgram program;

    @BeforeAll
    void open() throws Exception {
        telegram = new FakeTelegram(photo());
        desk = DeskProcess.demo(data, TelegramCitizen.line(telegram.address()));
        program = new DeskProgram(desk);
    }

    @AfterAll
    void close() {
        desk.close();
        telegram.close();
    }

    @Test
    void whoeverStartsIsAskedWhatTheyNeedAndGetsACitedAnswer() throws Exception {
        TelegramCitizen siti = new TelegramCitizen(desk, telegram, 5550001);

        assertThat(TelegramCitizen.choices(siti.says("/start"))).contains("ask", "report", "status");
        assertThat(text(siti.says("brp biaya perpanjang sim c"))).contains("Rp75.000", "Sumber", "/help/");
        assertThat(text(siti.says("How much is a new SIM C licence?"))).contains("Source");
        assertThat(telegram.calls("setwebhook")).isNotEmpty();
    }

    @Test
    void aReportGoesFromThePhoneToTheDeskAndBack() throws Exception {
        TelegramCitizen siti = new TelegramCitizen(desk, telegram, 5550002);
        siti.presses("report");
        assertThat(telegram.calls("answercallbackquery")).isNotEmpty();
        siti.says("jalan rusak di depan SD 3 Wanasari, lubangnya dalam sekali");
        String code = code(finished(siti));

        siti.sends(Map.of("photo", List.of(Map.of("file_id", "foto", "width", 90, "height", 51))));
        theDeskOpensThePhoto(code);
        program.post(
                "/api/v1/tickets/" + code + "/replies",
                Map.of(
                        "text",
                        "Besok pagi kami tambal.",
                        "version",
                        program.ticket(code).at("/version").asLong()));
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(siti.heard())
                        .anySatisfy(said -> assertThat(text(said)).isEqualTo("Besok pagi kami tambal.")));

        program.close(code, "Sudah kami tambal.");
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(
                        () -> assertThat(TelegramCitizen.choices(siti.heard().getLast()))
                                .contains("solved:" + code));
        siti.presses("solved:" + code);
        assertThat(program.ticket(code).at("/status").asString()).isEqualToIgnoringCase("confirmed");
        assertThat(text(siti.says("STATUS " + code))).contains("selesai");
    }

    private void theDeskOpensThePhoto(String code) throws Exception {
        HttpClient agent = LoggedIn.as(desk, "agent");
        Pattern file = Pattern.compile("/desk/tickets/" + code + "/files/[0-9a-f-]{36}");
        await().atMost(Duration.ofSeconds(15))
                .until(() -> file.matcher(page(agent, code)).find());
        Matcher link = file.matcher(page(agent, code));
        assertThat(link.find()).isTrue();
        HttpResponse<String> redirect = LoggedIn.get(desk, agent, link.group());
        assertThat(redirect.statusCode()).isEqualTo(303);
        URI signed =
                desk.uri("/").resolve(redirect.headers().firstValue("Location").orElseThrow());
        HttpResponse<byte[]> opened = http.send(HttpRequest.newBuilder(signed).build(), BodyHandlers.ofByteArray());
        assertThat(opened.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(ImageIO.read(new ByteArrayInputStream(opened.body())).getWidth())
                .isEqualTo(40);
    }

    private String page(HttpClient agent, String code) throws Exception {
        return LoggedIn.get(desk, agent, "/desk/tickets/" + code).body();
    }

    /** Answers whatever the form still asks, until the ticket's code comes. */
    private static JsonNode finished(TelegramCitizen siti) throws Exception {
        JsonNode asked = siti.heard().getLast();
        for (int i = 0; i < 8; i++) {
            if (CODE.matcher(text(asked)).find()) {
                return asked;
            }
            List<String> choices = TelegramCitizen.choices(asked);
            asked = choices.contains("form:send")
                    ? siti.presses("form:send")
                    : asked.at("/reply_markup/keyboard").isMissingNode()
                            ? choices.isEmpty() ? siti.says("ya") : siti.presses(choices.getFirst())
                            : siti.sends(Map.of("location", Map.of("latitude", -7.25, "longitude", 112.75)));
        }
        throw new AssertionError("the form has no end");
    }

    private static String code(JsonNode said) {
        Matcher matcher = CODE.matcher(text(said));
        assertThat(matcher.find()).isTrue();
        return matcher.group().replace(" ", "");
    }

    private static String text(JsonNode said) {
        return said.path("text").asString("");
    }

    private static byte[] photo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        return out.toByteArray();
    }
}
