package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.config.OnSecondThread;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnSecondThread
class TwoDemosTests {

    @TempDir
    Path left;

    @TempDir
    Path right;

    @Test
    void twoDemonstrationsRunSideBySide() throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        try (DeskProcess one = DeskProcess.demo(left, Map.of());
                DeskProcess two = DeskProcess.demo(right, Map.of())) {
            for (DeskProcess desk : new DeskProcess[] {one, two}) {
                HttpRequest hall = HttpRequest.newBuilder(desk.uri("/")).build();
                assertThat(http.send(hall, BodyHandlers.ofString()).body()).contains("Kabupaten Wanasari");
                assertThat(desk.printed("login", "agent")).contains("rahasia-untuk-uji-coba");
                assertThat(desk.printed("apikey", "admin")).isPresent();
            }
        }
    }
}
