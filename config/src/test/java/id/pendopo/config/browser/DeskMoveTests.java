package id.pendopo.config.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;

/** A ticket goes from unit to unit; who looked at it sees where it went. */
class DeskMoveTests extends DeskInBrowser {

    private static final String GONE = "sekarang ditangani unit atau petugas lain";

    @Test
    void aTicketIsMovedByAFormAndLeavesTheOpenPageOfTheOldUnit() {
        try (BrowserContext plain = chromium.visitor(1366, 768, false);
                BrowserContext live = chromium.visitor(1366, 768, true);
                BrowserContext unit = chromium.visitor(1366, 768, true)) {
            Page office = Chromium.logIn(plain, desk, "agent");
            office.navigate(desk.uri("/desk?view=all").toString());
            String code = office.locator("#list .rows .row")
                    .first()
                    .getAttribute("id")
                    .replace("row-", "");
            String ticket = desk.uri("/desk/tickets/" + code).toString();
            office.navigate(ticket);
            office.locator("#do-move").click();
            move(office, "pusat-layanan");
            office.locator("#do-move").click();
            move(office, "dinas-pupr");

            Page old = Chromium.logIn(unit, desk, "agent2");
            old.navigate(ticket);
            assertThat(old.locator("#ticket-head")).isVisible();
            Page keyboard = Chromium.logIn(live, desk, "agent");
            keyboard.navigate(ticket);
            keyboard.keyboard().press("m");
            assertThat(keyboard.locator("#move-category")).isFocused();
            assertThat(keyboard.locator("#views")).hasAttribute("inert", "");
            assertThat(Chromium.violations(keyboard)).isEmpty();
            move(keyboard, "bpbd");
            assertThat(keyboard.locator("#views")).not().hasAttribute("inert", "");

            assertThat(keyboard.locator("#thread")).containsText("“Urusan bpbd”");
            assertThat(old.locator("#ticket"))
                    .containsText(GONE, new LocatorAssertions.ContainsTextOptions().setTimeout(10_000));
            assertThat(old.locator("#list")).not().containsText(code.substring(6));
            assertThat(Chromium.violations(old)).isEmpty();
            old.navigate(ticket);
            assertThat(old.locator("main")).not().containsText("Urusan");
        }
    }

    private static void move(Page page, String unit) {
        page.locator("#move-unit").selectOption(unit);
        page.fill("#move-reason", "Urusan " + unit);
        page.locator("#move button[type=submit]").click();
        assertThat(page.locator("#thread")).containsText("“Urusan " + unit + "”");
    }
}
