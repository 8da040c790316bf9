package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pendopo.config.push.FakePushService;
import id.pendopo.config.push.Subscriber;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody switches notifications on in their browsers, and every way in which they end. */
class DevicesJourneyTests {

    private static final String PAGE = "/password/devices";
    private static final String LISTED = "name=\"id\"";
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Pattern DUTY = Pattern.compile("id=\"duty-(\\d+)\"");
    private static final Pattern DEVICE = Pattern.compile("name=\"id\" value=\"(\\d+)\"");
    private static final Pattern CODE = Pattern.compile("\\d{3} \\d{3} \\d{4}");

    @TempDir
    static Path data;

    private static FakePushService push;
    private static FakeTwilio twilio;
    private static DeskProcess desk;

    @BeforeAll
    static void start() throws Exception {
        push = new FakePushService();
        twilio = new FakeTwilio();
        Map<String, String> environment = new HashMap<>(SmsCitizen.line(twilio.address()));
        environment.put("PENDOPO_PUSH_SERVICES", push.origin());
        desk = DeskProcess.demo(data, environment);
    }

    @AfterAll
    static void stop() {
        desk.close();
        twilio.close();
        push.close();
    }

    private static String field(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> switchOn(HttpClient someone, String endpoint, Subscriber browser)
            throws Exception {
        String form = String.join(
                "&", field("endpoint", endpoint), field("p256dh", browser.p256dh()), field("auth", browser.auth()));
        return LoggedIn.post(desk, someone, PAGE, PAGE, form);
    }

    private static void switchOn(HttpClient someone, String name) throws Exception {
        Subscriber browser = Subscriber.draw();
        assertThat(switchOn(someone, push.endpoint(name, browser), browser).statusCode())
                .isEqualTo(302);
    }

    private static int listed(HttpClient someone) throws Exception {
        return LoggedIn.get(desk, someone, PAGE).body().split(LISTED, -1).length - 1;
    }

    @Test
    void thePageHasTheDesksKeyAndTakesNoOtherAddressThanAPushServices() throws Exception {
        HttpClient editor = LoggedIn.as(desk, "editor");

        assertThat(LoggedIn.get(desk, editor, PAGE).body())
                .containsPattern("data-key=\"B[A-Za-z0-9_-]{86}\"")
                .contains("id=\"device\" class=\"actions\" hidden", "/config/devices.js");
        HttpResponse<String> refused = switchOn(editor, "https://10.0.0.1/send", Subscriber.draw());

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("tidak diizinkan di sini");
        assertThat(listed(editor)).isZero();
        HttpResponse<String> worker = LoggedIn.get(desk, LoggedIn.browser(), "/config/alarm-worker.js");
        assertThat(worker.statusCode()).isEqualTo(200);
        assertThat(worker.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'");
        assertThat(LoggedIn.get(desk, LoggedIn.browser(), PAGE).statusCode()).isEqualTo(302);
    }

    @Test
    void severalBrowsersAreListedAndRemovedAndALogOutEndsThatOneAlone() throws Exception {
        HttpClient phone = LoggedIn.as(desk, "supervisor");
        HttpClient laptop = LoggedIn.as(desk, "supervisor");
        HttpClient tablet = LoggedIn.as(desk, "supervisor");
        switchOn(phone, "phone");
        switchOn(laptop, "laptop");
        switchOn(tablet, "tablet");
        assertThat(listed(phone)).isEqualTo(3);

        LoggedIn.post(desk, laptop, PAGE, "/logout", "");
        assertThat(listed(phone)).isEqualTo(2);
        Matcher first = DEVICE.matcher(LoggedIn.get(desk, phone, PAGE).body());
        assertThat(first.find()).isTrue();
        LoggedIn.post(desk, phone, PAGE, PAGE + "/remove", "id=" + first.group(1));

        assertThat(listed(phone)).isOne();
    }

    @Test
    void whoIsDisabledHasNoneLeftWhenTheyComeBack() throws Exception {
        HttpClient admin = LoggedIn.as(desk, "admin");
        HttpClient editor = LoggedIn.as(desk, "editor");
        switchOn(editor, "editors");
        assertThat(listed(editor)).isOne();

        LoggedIn.post(desk, admin, "/admin/people", "/admin/people/editor/enabled", "enabled=false");
        LoggedIn.post(desk, admin, "/admin/people", "/admin/people/editor/enabled", "enabled=true");

        assertThat(listed(LoggedIn.as(desk, "editor"))).isZero();
    }

    @Test
    void aBrowserThatThePushServiceKnowsNoMoreIsForgottenAndTheTicketSaysSo() throws Exception {
        HttpClient admin = LoggedIn.as(desk, "admin");
        HttpClient joko = LoggedIn.as(desk, "agent");
        switchOn(joko, "gone");
        Matcher demos =
                DUTY.matcher(LoggedIn.get(desk, admin, "/admin/desk/duty").body());
        assertThat(demos.find()).isTrue();
        LoggedIn.post(desk, admin, "/admin/desk/duty", "/admin/desk/duty/delete", "id=" + demos.group(1));
        String form = String.join(
                "&", field("name", "Joko"), field("phone", "+62 812-5550-7100"), "sms=true", "account=agent");
        LoggedIn.post(desk, admin, "/admin/desk/duty", "/admin/desk/duty", form);
        push.answers(410);

        Matcher code = CODE.matcher(new SmsCitizen(desk, "+6281255507002").hears("tolong kebakaran di jalan anggrek"));

        assertThat(code.find()).isTrue();
        await().atMost(SOON).until(() -> listed(joko) == 0);
        String ticket = "/desk/tickets/" + code.group().replace(" ", "");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(LoggedIn.get(desk, joko, ticket).body())
                        .contains("Satu perangkat", "tidak dapat diberi tahu"));
        assertThat(push.asked()).containsOnly("/gone");
    }
}
