package id.pendopo.config.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Notifications are switched on by a click, and the worker shows what it is sent. */
class DevicesPageTests extends DeskInBrowser {

    private static final String PAGE = "/password/devices";

    /** In the place of a push service that is not there. */
    private static final String SUBSCRIBED = """
            PushManager.prototype.subscribe = async (wanted) => ({
              toJSON: () => ({ endpoint: "https://push.invalid/" + wanted.applicationServerKey.length, keys: { p256dh: "%s", auth: "%s" } }),
            });""".formatted("B".repeat(87), "A".repeat(22));

    /** The number of the worker's registration, which the browser tells to whoever watches. */
    private static String registration(CDPSession watch, Page page) {
        AtomicReference<String> id = new AtomicReference<>("");
        watch.on(
                "ServiceWorker.workerRegistrationUpdated",
                event -> event.getAsJsonArray("registrations")
                        .forEach(one -> id.set(
                                one.getAsJsonObject().get("registrationId").getAsString())));
        watch.send("ServiceWorker.enable");
        page.waitForCondition(() -> !id.get().isEmpty());
        return id.get();
    }

    private JsonObject pushed(String registration, String said) {
        JsonObject push = new JsonObject();
        push.addProperty("origin", desk.uri("/").toString());
        push.addProperty("registrationId", registration);
        push.addProperty("data", said);
        return push;
    }

    @Test
    void withoutAScriptThePageSaysThatItCannot() {
        try (BrowserContext agent = chromium.visitor(360, 740, false)) {
            Page page = Chromium.logIn(agent, desk, "agent");
            page.navigate(desk.uri("/password").toString());
            page.locator("a[href='" + PAGE + "']").click();

            assertThat(page.locator("#device")).isHidden();
            assertThat(page.locator("#device-cannot")).isVisible();
        }
    }

    @Test
    void nobodyIsAskedBeforeTheyClickAndARefusalIsSaid() {
        try (BrowserContext agent = chromium.visitor(360, 740, true)) {
            Page page = Chromium.logIn(agent, desk, "agent");
            page.addInitScript(
                    "window.asked = 0; Notification.requestPermission = async () => { window.asked++; return 'denied'; };");
            page.navigate(desk.uri(PAGE).toString());
            assertThat(page.locator("#device")).isVisible();
            assertThat(page.locator("#device-cannot")).isHidden();
            assertThat(page.evaluate("window.asked")).isEqualTo(0);

            page.locator("#device button").click();

            assertThat(page.locator("#device-denied")).isVisible();
            assertThat(page.evaluate("window.asked")).isEqualTo(1);
            assertThat(Chromium.violations(page)).isEmpty();
        }
    }

    @Test
    void aSubscriptionIsSentToTheDeskAndTheWorkerShowsWhatItIsPushed() {
        try (BrowserContext agent = chromium.visitor(1366, 768, true)) {
            agent.grantPermissions(List.of("notifications"));
            Page page = Chromium.logIn(agent, desk, "agent");
            page.addInitScript(SUBSCRIBED);
            page.navigate(desk.uri(PAGE).toString());
            page.locator("#device button").click();
            assertThat(page.locator("main [role=alert]").first()).containsText("tidak diizinkan di sini");

            CDPSession watch = agent.newCDPSession(page);
            watch.send("ServiceWorker.deliverPushMessage", pushed(registration(watch, page), """
                            {"title":"DARURAT: kebakaran","body":"Tiket berakhiran 3021","tag":"alarm-1","url":"/desk"}"""));

            page.waitForFunction("""
                    async () => (await (await navigator.serviceWorker.getRegistration('/config/')).getNotifications())
                        .some((one) => one.title === 'DARURAT: kebakaran' && one.tag === 'alarm-1' && one.data === '/desk')""");
        }
    }
}
