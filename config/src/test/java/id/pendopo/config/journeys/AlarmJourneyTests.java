package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pendopo.channels.voice.phone.PhoneWebhooks;
import id.pendopo.config.push.FakePushService;
import id.pendopo.config.push.Subscriber;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Life is in danger: a citizen writes, the desk is killed, and still somebody on duty is rung and takes it by a key. */
class AlarmJourneyTests {

    private static final String CITIZEN = "+6281255507001";
    private static final String JOKO = "+6281255507100";
    private static final String VOICE = "+622155500113";
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Pattern CODE = Pattern.compile("\\d{3} \\d{3} \\d{4}");
    private static final Pattern ACTION = Pattern.compile("<Gather[^>]* action=\"([^\"]+)\"");

    @TempDir
    private Path data;

    private static Map<String, String> environment(URI twilio, FakePushService push) {
        Map<String, String> environment = new HashMap<>(SmsCitizen.line(twilio));
        environment.put("PENDOPO_PUSH_SERVICES", push.origin());
        String voice = "PENDOPO_CHANNELS_ACCOUNTS_VOICEMAIN_";
        environment.put(voice + "ACCOUNTSID", SmsCitizen.ACCOUNT);
        environment.put(voice + "AUTHTOKEN", SmsCitizen.TOKEN);
        environment.put(voice + "APIBASEURL", twilio.toString());
        return environment;
    }

    private static String field(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The demonstration's own officer makes room, so that this one is rung first. */
    private static void putOnDuty(DeskProcess desk) throws Exception {
        HttpClient admin = LoggedIn.as(desk, "admin");
        String page = LoggedIn.get(desk, admin, "/admin/desk/duty").body();
        Matcher first = Pattern.compile("id=\"duty-(\\d+)\"").matcher(page);
        assertThat(first.find()).isTrue();
        LoggedIn.post(desk, admin, "/admin/desk/duty", "/admin/desk/duty/delete", field("id", first.group(1)));
        assertThat(LoggedIn.get(desk, admin, "/admin/desk/duty").body()).contains("tidak ada petugas piket");
        String form = String.join(
                "&",
                field("name", "Joko"),
                field("phone", "+62 812-5550-7100"),
                "sms=true",
                "call=true",
                "account=agent");
        HttpResponse<String> added = LoggedIn.post(desk, admin, "/admin/desk/duty", "/admin/desk/duty", form);
        assertThat(added.statusCode()).isEqualTo(303);
        assertThat(LoggedIn.get(desk, admin, "/admin/desk/duty").body())
                .contains("Joko", JOKO)
                .doesNotContain("Saat ini tidak ada petugas piket");
    }

    /** As the page's script does once the browser has allowed it. */
    private static HttpResponse<String> switchOn(
            DeskProcess desk, HttpClient someone, FakePushService push, String browser) throws Exception {
        Subscriber keys = Subscriber.draw();
        String form = String.join(
                "&",
                field("endpoint", push.endpoint(browser, keys)),
                field("p256dh", keys.p256dh()),
                field("auth", keys.auth()));
        return LoggedIn.post(desk, someone, "/password/devices", "/password/devices", form);
    }

    private static String presses(DeskProcess desk, Map<String, String> call, String key) throws Exception {
        Matcher action = ACTION.matcher(call.get("Twiml"));
        assertThat(action.find()).isTrue();
        assertThat(action.group(1)).startsWith(desk.publicUrl() + "/webhooks/voicemain/");
        Map<String, String> form = new TreeMap<>(Map.of(
                "AccountSid",
                SmsCitizen.ACCOUNT,
                "CallSid",
                "CA0123456789abcdef0123456789abcdef",
                "CallStatus",
                "in-progress",
                "Digits",
                key,
                "Direction",
                "outbound-api",
                "From",
                VOICE,
                "To",
                JOKO));
        PhoneWebhooks line = new PhoneWebhooks(
                HttpClient.newHttpClient(), desk.uri("/"), URI.create(desk.publicUrl()), SmsCitizen.TOKEN);
        return line.post(URI.create(action.group(1).substring(desk.publicUrl().length())), form)
                .body();
    }

    @Test
    void somebodyIsRungThoughTheDeskWasKilledAndTheCitizenHearsWhoTookIt() throws Exception {
        try (FakeTwilio twilio = new FakeTwilio();
                FakePushService push = new FakePushService();
                DeskProcess desk = DeskProcess.demo(data, environment(twilio.address(), push))) {
            putOnDuty(desk);
            HttpClient joko = LoggedIn.as(desk, "agent");
            assertThat(switchOn(desk, joko, push, "phone").statusCode()).isEqualTo(302);
            assertThat(switchOn(desk, LoggedIn.as(desk, "admin"), push, "off-duty")
                            .statusCode())
                    .isEqualTo(302);
            push.answers(503);
            SmsCitizen citizen = new SmsCitizen(desk, CITIZEN);
            twilio.away(true);

            String told = citizen.hears("tolong kebakaran di jalan anggrek, ada anak di dalam");
            await().atMost(SOON).until(() -> !push.asked().isEmpty());
            desk.kill();
            push.answers(201);
            twilio.away(false);
            desk.restart();

            assertThat(told).contains("Petugas piket sedang dihubungi");
            Matcher code = CODE.matcher(told);
            assertThat(code.find()).isTrue();
            await().atMost(SOON).untilAsserted(() -> {
                assertThat(twilio.callsTo(JOKO)).isNotEmpty();
                assertThat(twilio.textsTo(JOKO)).isNotEmpty();
            });
            assertThat(twilio.textsTo(JOKO).getFirst())
                    .contains("DARURAT, kebakaran", code.group(), "jalan anggrek", "1. Saya tangani");
            told(desk, joko, push, code.group());
            Map<String, String> call = twilio.callsTo(JOKO).getFirst();
            assertThat(call.get("Twiml")).contains("Keadaan darurat, kebakaran").hasSizeLessThan(4000);
            desk(desk, code.group());
            taken(desk, twilio, call, code.group().replace(" ", ""));
        }
    }

    /** Whoever is rung, and nobody else, and nothing that the citizen said. */
    private static void told(DeskProcess desk, HttpClient joko, FakePushService push, String code) throws Exception {
        await().atMost(SOON).until(() -> !push.pushed().isEmpty());
        assertThat(push.asked()).containsOnly("/phone");
        FakePushService.Pushed pushed = push.pushed().getFirst();
        assertThat(pushed.said().at("/title").asString()).isEqualTo("DARURAT: kebakaran");
        assertThat(pushed.said().at("/body").asString())
                .contains("berakhiran " + code.substring(code.length() - 4))
                .doesNotContain(code, "anggrek", "anak");
        assertThat(pushed.urgency()).isEqualTo("high");
        assertThat(Integer.parseInt(pushed.ttl())).isBetween(1, 120);
        assertThat(pushed.topic()).matches("[0-9a-f]{32}");
        assertThat(LoggedIn.get(desk, joko, pushed.said().at("/url").asString()).body())
                .contains("Saya tangani", "Joko dihubungi lewat SMS dan telepon dan 1 perangkat sendiri");
    }

    private static void desk(DeskProcess desk, String code) throws Exception {
        HttpClient agent = LoggedIn.as(desk, "agent");
        assertThat(LoggedIn.get(desk, agent, "/desk?view=mine").body())
                .contains("data-ringing=\"1\"", code, "Saya tangani", "Petugas piket sedang dihubungi");
    }

    private static void taken(DeskProcess desk, FakeTwilio twilio, Map<String, String> call, String code)
            throws Exception {
        assertThat(presses(desk, call, "7")).contains("Tekan satu");
        assertThat(presses(desk, call, "1")).contains("Anda menangani tiket", "<Hangup");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(String.join("\n", twilio.textsTo(CITIZEN)))
                        .contains("Petugas kami sekarang menangani"));
        JsonNode ticket = new DeskProgram(desk).ticket(code);
        assertThat(ticket.at("/emergency").asString()).isEqualTo("FIRE");
        List<String> kinds = ticket.at("/history")
                .valueStream()
                .map(event -> event.at("/kind").asString())
                .toList();
        assertThat(kinds).startsWith("opened").contains("alarm-rung").endsWith("alarm-taken");
        HttpClient agent = LoggedIn.as(desk, "agent");
        assertThat(LoggedIn.get(desk, agent, "/desk").body()).doesNotContain("data-ringing");
    }
}
