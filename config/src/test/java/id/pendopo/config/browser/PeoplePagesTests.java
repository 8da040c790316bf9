package id.pendopo.config.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import id.pendopo.config.security.factor.AuthenticatorApp;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of people, keys and changes, on a desk's screen and on a telephone, without JavaScript. */
class PeoplePagesTests extends DeskInBrowser {

    private static final Path PICTURES = Path.of("target/screenshots/people");

    @ParameterizedTest
    @CsvSource({"1366, 768, wide", "360, 740, narrow"})
    void anAdministratorAddsSomebodyAndAKey(int width, int height, String name) {
        try (BrowserContext admin = chromium.visitor(width, height, false)) {
            Page page = Chromium.logIn(admin, desk, "admin");
            page.navigate(desk.uri("/admin/people").toString());
            page.fill("#login", "Bu Sari");
            page.locator("main form.add button").click();
            assertThat(page.locator(".error-summary")).isVisible();
            picture(page, name, "people-mistake");
            page.locator(".error-summary a").click();

            page.fill("#login", "sari-" + name);
            page.fill("#name", "Sari Wulandari");
            page.selectOption("#unit", "dinas-pupr");
            page.locator("main form.add button").click();
            assertThat(page.locator(".secret")).isVisible();
            picture(page, name, "people-added");

            page.navigate(desk.uri("/admin/people/sari-" + name).toString());
            page.locator("input[name=roles][value=supervisor]").check();
            page.locator("main form.add button").click();
            assertThat(page.locator("main .notice")).containsText("Tersimpan");
            picture(page, name, "person");

            page.navigate(desk.uri("/admin/keys").toString());
            page.fill("#login", "loket-" + name);
            page.locator("main form.add button").click();
            assertThat(page.locator(".secret")).containsText("pdp_");
            picture(page, name, "keys");

            page.navigate(desk.uri("/admin/audit").toString());
            assertThat(page.locator("main")).containsText("Petugas, Penyelia");
            picture(page, name, "audit");
        }
    }

    @ParameterizedTest
    @CsvSource({"1366, 768, wide, supervisor", "320, 740, narrow, editor"})
    void somebodySetsUpASecondFactorAndLogsInWithIt(int width, int height, String name, String who) {
        String recovery;
        try (BrowserContext here = chromium.visitor(width, height, true)) {
            Page page = Chromium.logIn(here, desk, who);
            page.navigate(desk.uri("/password").toString());
            page.locator("a[href='/password/factor']").click();
            picture(page, name, "factor-none");
            page.fill("#current", desk.printed("login", who).orElseThrow());
            page.locator("main form button").click();
            assertThat(page.locator("svg.qr")).isVisible();
            AuthenticatorApp app = new AuthenticatorApp(page.locator(".secret").textContent());
            page.fill("#code", "000000");
            page.locator("main form button").first().click();
            assertThat(page.locator("#code-error")).isVisible();
            picture(page, name, "factor-begun");
            assertThat(Chromium.violations(page)).isEmpty();

            page.fill("#code", app.code(Instant.now()));
            page.locator("main form button").first().click();
            assertThat(page.locator(".codes .secret")).hasCount(10);
            picture(page, name, "factor-codes");
            assertThat(Chromium.violations(page)).isEmpty();
            recovery = page.locator(".codes .secret").first().textContent();
            page.locator("main a.btn").click();
            page.navigate(desk.uri("/password/factor").toString());
            assertThat(page.locator("main")).containsText("Sisa kode cadangan: 10");
            picture(page, name, "factor-on");
        }
        try (BrowserContext elsewhere = chromium.visitor(width, height, true)) {
            Page page = Chromium.logIn(elsewhere, desk, who);
            assertThat(page).hasURL(desk.uri("/login/factor").toString());
            picture(page, name, "factor-login");
            assertThat(Chromium.violations(page)).isEmpty();
            page.fill("#code", recovery);
            page.locator("main form button").first().click();
            page.waitForURL(url -> url.contains("/desk"));
        }
    }

    @Test
    void everybodySeesTheirSessions() {
        try (BrowserContext agent = chromium.visitor(360, 740, false);
                BrowserContext elsewhere = chromium.visitor(1366, 768, false)) {
            Chromium.logIn(elsewhere, desk, "agent");
            Page page = Chromium.logIn(agent, desk, "agent");
            page.navigate(desk.uri("/password").toString());
            page.fill("#current", "bukan-kata-sandinya");
            page.fill("#password", "kata-sandi-yang-baru");
            page.locator("main form button").first().click();
            assertThat(page.locator("#current-error")).isVisible();
            picture(page, "narrow", "account");

            page.locator("form[action$='end-others'] button").click();
            assertThat(page.locator("tbody tr")).hasCount(1);
            picture(page, "narrow", "account-alone");
        }
    }

    private static void picture(Page page, String width, String what) {
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as("no sideways scrolling of " + what)
                .isTrue();
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(what + "-" + width + ".png")));
    }
}
