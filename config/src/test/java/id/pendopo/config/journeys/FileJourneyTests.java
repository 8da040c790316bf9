package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pendopo.config.database.EmbeddedPostgres;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An agent sends a picture and a form, and citizens open them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FileJourneyTests {

    private static final Pattern CODE = Pattern.compile("\\d{3} \\d{3} \\d{4}");
    private static final Pattern LINK = Pattern.compile("/f/[0-9a-z]{12}");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final byte[] PDF = "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    static Path folder;

    private EmbeddedPostgres postgres;
    private FakeTwilio twilio;
    private DeskProcess desk;
    private JdbcClient db;
    private HttpClient agent;

    @BeforeAll
    void open() throws Exception {
        postgres = EmbeddedPostgres.start(folder.resolve("database"), 0);
        db = JdbcClient.create(new DriverManagerDataSource(postgres.url()));
        twilio = new FakeTwilio();
        Map<String, String> environment = new HashMap<>(SmsCitizen.line(twilio.address()));
        environment.put("SPRING_DATASOURCE_URL", postgres.url());
        desk = DeskProcess.demo(folder.resolve("data"), environment);
        agent = LoggedIn.as(desk, "agent");
    }

    @AfterAll
    void close() {
        desk.close();
        twilio.close();
        postgres.close();
    }

    private static String code(String said) {
        Matcher code = CODE.matcher(said);
        assertThat(code.find()).as(said).isTrue();
        return code.group().replace(" ", "");
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1000, 500, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private HttpResponse<String> send(String code, String text, String name, byte[] file) throws Exception {
        String page = LoggedIn.get(desk, agent, "/desk/tickets/" + code).body();
        String boundary = "----pendopo";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, String> field : Map.of(
                        "_csrf",
                        found(TOKEN, page),
                        "version",
                        found(VERSION, page),
                        "text",
                        text,
                        "key",
                        "form-" + name)
                .entrySet()) {
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field.getKey()
                            + "\"\r\n\r\n" + field.getValue() + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return agent.send(
                HttpRequest.newBuilder(desk.uri("/desk/tickets/" + code + "/reply"))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String found(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        assertThat(found.find()).as(pattern.pattern()).isTrue();
        return found.group(1);
    }

    private HttpResponse<byte[]> open(String address, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(desk.uri(address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()
                .send(request.build(), BodyHandlers.ofByteArray());
    }

    @Test
    void aCitizenOnTheWebSeesThePictureAndOpensIt() throws Exception {
        ChatCitizen siti = ChatCitizen.begins(desk);
        siti.says("mau lapor jalan rusak di depan SD 3 Wanasari, lubangnya dalam sekali");
        String code = code(siti.says("ya").toString());

        HttpResponse<String> sent = send(code, "Ini lokasi perbaikannya.", "lokasi.png", picture());

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        String history = new String(
                open(siti.messages(), "Authorization", "Bearer " + siti.token()).body(), StandardCharsets.UTF_8);
        assertThat(history).contains("Ini lokasi perbaikannya.", "\"label\":\"Foto dari petugas\"", "image/jpeg");
        Matcher address =
                Pattern.compile("/api/chat/[^\"]+/attachments/[0-9a-f-]{36}").matcher(history);
        assertThat(address.find()).isTrue();
        HttpResponse<byte[]> whole = open(address.group(), "Authorization", "Bearer " + siti.token());
        HttpResponse<byte[]> small = open(address.group() + "?preview=true", "Authorization", "Bearer " + siti.token());
        assertThat(whole.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("attachment;"));
        assertThat(ImageIO.read(new ByteArrayInputStream(whole.body())).getWidth())
                .isEqualTo(1000);
        assertThat(ImageIO.read(new ByteArrayInputStream(small.body())).getWidth())
                .isEqualTo(480);
        assertThat(open(address.group()).statusCode())
                .as("without the chat's token")
                .isEqualTo(401);
        assertThat(LoggedIn.get(desk, agent, "/desk/tickets/" + code).body()).contains("lokasi.jpg, ", "?preview=true");
    }

    @Test
    void aCitizenWithASimplePhoneGetsAShortLinkThatEnds() throws Exception {
        SmsCitizen siti = new SmsCitizen(desk, "+6281200000071");
        siti.says("mau lapor jalan rusak dpn sd 3 wanasari, lubangnya dalam sekali");
        String code = code(siti.hears("ya"));

        assertThat(send(code, "", "Formulir F-1.02.pdf", PDF).statusCode()).isEqualTo(303);

        await().atMost(SOON).until(() -> !twilio.textsTo(siti.number()).isEmpty());
        String text = twilio.textsTo(siti.number()).getLast();
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        assertThat(text).contains("Formulir F-1.02.pdf", "7 hari").hasSizeLessThanOrEqualTo(160);
        HttpResponse<byte[]> opened = open(link.group());
        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.body()).isEqualTo(PDF);
        assertThat(opened.headers().map())
                .containsEntry("content-type", List.of("application/pdf"))
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("content-security-policy", List.of("default-src 'none'; sandbox"))
                .hasEntrySatisfying("cache-control", value -> assertThat(value).containsExactly("no-store"))
                .hasEntrySatisfying(
                        "content-disposition",
                        value -> assertThat(value.getFirst()).startsWith("attachment;"));

        db.sql("update channels_attachment set link_until = now() - interval '1 second' where link = ?")
                .param(link.group().substring("/f/".length()))
                .update();
        assertThat(open(link.group()).statusCode()).isEqualTo(404);
    }

    @Test
    void aFileThatCannotBeSentIsSaidInPlainWordsAndTheWordsStay() throws Exception {
        ChatCitizen siti = ChatCitizen.begins(desk);
        siti.says("mau lapor jalan rusak di depan SD 4 Wanasari, lubangnya dalam sekali");
        String code = code(siti.says("ya").toString());

        HttpResponse<String> strange = send(code, "Ini jawabannya.", "a.exe", new byte[] {'M', 'Z'});
        HttpResponse<String> large = send(code, "Ini jawabannya.", "b.pdf", new byte[(10 << 20) + 1]);

        assertThat(strange.statusCode()).isEqualTo(422);
        assertThat(strange.body()).contains("“a.exe” bukan foto", ">Ini jawabannya.</textarea>");
        assertThat(large.statusCode()).isEqualTo(422);
        assertThat(large.body()).contains("“b.pdf” lebih besar dari 10 MB", ">Ini jawabannya.</textarea>");
    }
}
