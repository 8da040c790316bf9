package id.pendopo.config.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Passkeys with Chromium's virtual authenticator, by the keyboard alone, on a desk's screen and on a telephone. */
class PasskeysInBrowserTests extends DeskInBrowser {

    private static final Path PICTURES = Path.of("target/screenshots/passkeys");

    @Override
    Map<String, String> settings() {
        return Map.of("PENDOPO_PUBLIC_URL", "http://localhost:${server.port}");
    }

    @ParameterizedTest
    @CsvSource({"1366, 768, wide, supervisor", "320, 740, narrow, editor"})
    void somebodyAddsAPasskeyLogsInByItAndRemovesIt(int width, int height, String name, String who) {
        try (BrowserContext browser = chromium.visitor(width, height, true)) {
            Page page = browser.newPage();
            authenticator(browser, page);
            logIn(page, who);
            page.navigate(at("/password/factor"));
            page.fill("#current", desk.printed("login", who).orElseThrow());
            page.locator("#label").fill("laptop kantor");
            picture(page, name, "none");
            assertThat(Chromium.violations(page)).isEmpty();
            page.locator("#label").press("Enter");
            assertThat(page.locator(".codes .secret")).hasCount(10);

            page.navigate(at("/password/factor"));
            assertThat(page.locator("tbody tr")).containsText("laptop kantor");
            picture(page, name, "one");
            assertThat(Chromium.violations(page)).isEmpty();

            logOut(page);
            logIn(page, who);
            assertThat(page).hasURL(at("/login/factor"));
            picture(page, name, "second-step");
            assertThat(Chromium.violations(page)).isEmpty();
            page.locator("#passkey").press("Enter");
            page.waitForURL(url -> url.contains("/desk"));

            logOut(page);
            page.navigate(at("/login"));
            picture(page, name, "login");
            assertThat(Chromium.violations(page)).isEmpty();
            page.locator("form[action='/login/passkey'] button").press("Enter");
            page.waitForURL(url -> url.contains("/desk"));

            page.navigate(at("/password/factor"));
            Locator remove = page.locator("tbody button");
            remove.press("Enter");
            assertThat(page.locator("main .notice")).containsText("sudah dihapus");
            assertThat(page.locator("tbody tr")).hasCount(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void withoutAnAuthenticatorOrScriptTheOtherWaysRemain(boolean script) {
        try (BrowserContext browser = chromium.visitor(360, 740, script)) {
            Page page = browser.newPage();
            page.addInitScript("delete window.PublicKeyCredential");
            logIn(page, "agent");
            page.navigate(at("/password/factor"));

            assertThat(page.locator("#label")).isHidden();
            assertThat(page.locator("main"))
                    .containsText(script ? "Peramban ini tidak mengenal kunci sandi" : "memerlukan JavaScript");
            page.fill("#current", desk.printed("login", "agent").orElseThrow());
            page.locator("main form button").first().click();
            assertThat(page.locator("svg.qr")).isVisible();
            page.locator("form[action$='give-up'] button").click();
        }
    }

    private String at(String path) {
        return "http://localhost:" + desk.uri(path).getPort() + path;
    }

    private void logIn(Page page, String who) {
        page.navigate(at("/login"));
        page.fill("#username", who);
        page.fill("#password", desk.printed("login", who).orElseThrow());
        page.locator("#password").press("Enter");
        page.waitForURL(url -> !url.endsWith("/login"));
    }

    private static void logOut(Page page) {
        page.locator("form[action='/logout'] button").first().click();
        page.waitForURL(url -> url.endsWith("/"));
    }

    /** A platform authenticator whose user puts the finger on whenever asked. */
    private static void authenticator(BrowserContext browser, Page page) {
        CDPSession devTools = browser.newCDPSession(page);
        devTools.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject parameters = new JsonObject();
        parameters.add("options", options);
        devTools.send("WebAuthn.addVirtualAuthenticator", parameters);
    }

    private static void picture(Page page, String width, String what) {
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as("no sideways scrolling of " + what)
                .isTrue();
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(what + "-" + width + ".png")));
    }
}
