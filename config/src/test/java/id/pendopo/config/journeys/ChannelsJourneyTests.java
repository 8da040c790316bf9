package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An administrator adds a line while the desk runs, and a citizen is answered on it. */
class ChannelsJourneyTests {

    private static final String PAGE = "/admin/channels";
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path data;

    @Test
    void aBotIsAddedAndAnswersAndIsStillThereAfterAKill() throws Exception {
        try (FakeTelegram telegram = new FakeTelegram(new byte[0]);
                DeskProcess desk = DeskProcess.demo(data, Map.of())) {
            HttpClient admin = LoggedIn.as(desk, "admin");
            String form = "kind=telegram&name=telegram"
                    + field("s.bot-token", TelegramCitizen.TOKEN)
                    + field("s.webhook-secret", "Kata_sandi-desa-42")
                    + field("s.api-base-url", telegram.address().toString());

            assertThat(LoggedIn.post(desk, admin, PAGE + "/new?kind=telegram", PAGE + "/new", form)
                            .statusCode())
                    .isEqualTo(302);

            await().atMost(SOON).until(() -> !telegram.calls("setwebhook").isEmpty());
            TelegramCitizen siti = new TelegramCitizen(desk, telegram, 5550009);
            assertThat(siti.says("brp biaya perpanjang sim c").path("text").asString(""))
                    .contains("Rp75.000");
            assertThat(LoggedIn.get(desk, admin, "/admin/audit").body()).contains("telegram", "bot-token ***");
            assertThat(desk.log()).doesNotContain(TelegramCitizen.TOKEN);

            desk.kill();
            desk.restart();
            assertThat(siti.says("brp biaya perpanjang sim c").path("text").asString(""))
                    .contains("Rp75.000");
            HttpClient again = LoggedIn.as(desk, "admin");
            LoggedIn.post(desk, again, PAGE + "/telegram", PAGE + "/telegram/switch", "on=false");
            assertThat(LoggedIn.get(desk, again, PAGE).body()).contains("dimatikan");
        }
    }

    private static String field(String name, String value) {
        return "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
