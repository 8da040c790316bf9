package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pendopo.config.security.factor.AuthenticatorApp;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first administrator of a new desk, who follows the page that leads through its first ten minutes. */
final class NewOffice {

    private static final String START = "/admin/start";
    private static final String FACTOR = "/password/factor";
    private static final String UNIT = "/admin/desk/units/pusat-layanan";
    private static final String OWN = "sandi-pilihan-sendiri";
    private static final Pattern SECRET = Pattern.compile("<code class=\"secret\">([^<]+)</code>");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final Pattern CODE = Pattern.compile("\\b(\\d{3}) ?(\\d{3}) ?(\\d{4})\\b");

    private final DeskProcess desk;
    private final HttpClient admin = LoggedIn.browser();

    NewOffice(DeskProcess desk) {
        this.desk = desk;
    }

    void setsUp(String password) throws Exception {
        assertThat(LoggedIn.tries(desk, admin, "dewi", password)).endsWith("/password");
        assertThat(chooses(admin)).endsWith(FACTOR);
        setsUpASecondFactor();
        assertThat(start()).contains("Langkah yang tersisa: 4.", "https://desk.example.org/webhooks/smsmain");

        sends("/admin/desk/agency", "version=0&name=Kabupaten+Sekawan&texting=&phone=&bot=");
        String unit = LoggedIn.get(desk, admin, UNIT).body();
        sends(UNIT, "name.id=Pusat+Layanan&active=true&version=" + first(VERSION, unit));
        String added = sends("/admin/people", "login=ani&name=Ani&roles=agent&unit=pusat-layanan&scope=all")
                .body();
        assertThat(start()).contains("Langkah yang tersisa: 1.", "Kabupaten Sekawan", "Pusat Layanan", "Ani");

        HttpClient agent = LoggedIn.browser();
        LoggedIn.tries(desk, agent, "ani", first(SECRET, added));
        assertThat(chooses(agent)).endsWith("/desk");
        answersATestMessage(agent);

        await().atMost(Duration.ofSeconds(30)).until(() -> start().contains("Semua langkah selesai"));
        assertThat(LoggedIn.tries(desk, LoggedIn.browser(), "dewi", OWN)).endsWith("/login/factor");
        assertThat(LoggedIn.get(desk, HttpClient.newHttpClient(), "/").body()).contains("Kabupaten Sekawan");
    }

    /** Nothing else opens before, however it is written. */
    private void setsUpASecondFactor() throws Exception {
        for (String closed : List.of("/admin", "/%61dmin", "/admin/people", "/desk", "/password", "/login/done")) {
            assertThat(LoggedIn.get(desk, admin, closed).headers().firstValue("Location"))
                    .as(closed)
                    .hasValueSatisfying(next -> assertThat(next).endsWith(FACTOR));
        }
        LoggedIn.post(desk, admin, FACTOR, FACTOR + "/begin", "");
        String key = first(SECRET, LoggedIn.get(desk, admin, FACTOR).body());
        String code = "code=" + new AuthenticatorApp(key).code(Instant.now());
        LoggedIn.post(desk, admin, FACTOR, FACTOR + "/confirm", code);

        assertThat(LoggedIn.get(desk, admin, "/admin").statusCode()).isEqualTo(200);
        assertThat(LoggedIn.post(desk, admin, FACTOR, FACTOR + "/remove", code).statusCode())
                .as("a role that needs it cannot switch it off")
                .isEqualTo(422);
    }

    private void answersATestMessage(HttpClient agent) throws Exception {
        ChatCitizen citizen = ChatCitizen.begins(desk);
        citizen.says("mau lapor lampu jalan mati di jl kenanga sdh seminggu");
        String said = citizen.says("ya").toString();
        Matcher code = CODE.matcher(said);
        assertThat(code.find()).as(said).isTrue();
        String ticket = "/desk/tickets/" + code.group(1) + code.group(2) + code.group(3);
        String page = LoggedIn.get(desk, agent, ticket).body();
        String reply = "text=" + encoded("Halo, pesan Anda sudah kami baca.") + "&version=" + first(VERSION, page);
        assertThat(LoggedIn.post(desk, agent, ticket, ticket + "/reply", reply).statusCode())
                .isBetween(200, 303);
    }

    private String chooses(HttpClient somebody) throws Exception {
        return LoggedIn.post(desk, somebody, "/password", "/password", "password=" + OWN)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private String start() throws Exception {
        return LoggedIn.get(desk, admin, START).body();
    }

    private HttpResponse<String> sends(String page, String form) throws Exception {
        HttpResponse<String> answer = LoggedIn.post(desk, admin, page, page, form);
        assertThat(answer.statusCode()).as(page).isBetween(200, 303);
        return answer;
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).as(pattern + " in " + text).isTrue();
        return found.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
