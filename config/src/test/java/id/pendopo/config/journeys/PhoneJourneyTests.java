package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An administrator tries the demonstration's telephone: a report by call, its text message, and what the desk sees. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhoneJourneyTests {

    private static final Pattern CODE = Pattern.compile("\\d{3} \\d{3} \\d{4}");

    @TempDir
    static Path data;

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
    void aReportIsMadeByPhoneAndArrivesAtTheDesk() throws Exception {
        PhoneVisitor admin = new PhoneVisitor(desk, "admin");
        assertThat(admin.does("call", Map.of("number", "+62 812-5550-1077")))
                .contains("Press 2, English.", "Tombol bintang", "lang=\"id-ID\"");
        assertThat(admin.does("keys", Map.of("keys", "1"))).contains("Tekan 2, Lapor masalah.");
        assertThat(admin.does("words", Map.of("words", "lapor jalan berlubang di depan SD Negeri 3 Wanasari")))
                .contains("Laporan Anda.", "Sudah benar?");
        String done = admin.does("keys", Map.of("keys", "1"));
        Matcher code = CODE.matcher(done);
        assertThat(code.find()).isTrue();
        assertThat(done).contains("SMS ke +6281255501077", "Balas STATUS");

        HttpResponse<String> ticket = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(desk.uri(
                                        "/api/v1/tickets/" + code.group().replace(" ", "")))
                                .header(
                                        "Authorization",
                                        "Bearer "
                                                + desk.printed("apikey", "admin")
                                                        .orElseThrow())
                                .build(),
                        BodyHandlers.ofString());
        assertThat(ticket.body()).contains("jalan berlubang", "twilio-voice");
        assertThat(admin.does("end", Map.of())).contains("Nomor penelepon");
    }

    @Test
    void isNotForAgents() throws Exception {
        PhoneVisitor agent = new PhoneVisitor(desk, "agent");

        assertThat(agent.get("/admin/phone").statusCode()).isEqualTo(403);
        HttpResponse<String> stranger = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(desk.uri("/admin/phone")).build(), BodyHandlers.ofString());
        assertThat(stranger.statusCode()).isEqualTo(302);
    }
}
