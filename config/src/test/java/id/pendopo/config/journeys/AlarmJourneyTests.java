package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pendopo.channels.voice.phone.PhoneWebhooks;
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

    private static Map<String, String> environment(URI twilio) {
        Map<String, String> environment = new HashMap<>(SmsCitizen.line(twilio));
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
        String form =
                String.join("&", field("name", "Joko"), field("phone", "+62 812-5550-7100"), "sms=true", "call=true");
        HttpResponse<String> added = LoggedIn.post(desk, admin, "/admin/desk/duty", "/admin/desk/duty", form);
        assertThat(added.statusCode()).isEqualTo(303);
        assertThat(LoggedIn.get(desk, admin, "/admin/desk/duty").body())
                .contains("Joko", JOKO)
                .doesNotContain("Saat ini tidak ada petugas piket");
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
                DeskProcess desk = DeskProcess.demo(data, environment(twilio.address()))) {
            putOnDuty(desk);
            SmsCitizen citizen = new SmsCitizen(desk, CITIZEN);
            twilio.away(true);

            String told = citizen.hears("tolong kebakaran di jalan anggrek, ada anak di dalam");
            desk.kill();
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
            Map<String, String> call = twilio.callsTo(JOKO).getFirst();
            assertThat(call.get("Twiml")).contains("Keadaan darurat, kebakaran").hasSizeLessThan(4000);
            desk(desk, code.group());
            taken(desk, twilio, call, code.group().replace(" ", ""));
        }
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
