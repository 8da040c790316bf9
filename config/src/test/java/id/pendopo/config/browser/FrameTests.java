package id.pendopo.config.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import id.pendopo.config.journeys.FakeTwilio;
import id.pendopo.config.journeys.SmsCitizen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page of every role wears the house's frame, at every width, light and dark. */
class FrameTests extends DeskInBrowser {

    private static final List<String> FOR_CITIZENS =
            List.of("/", "/chat", "/report", "/track", "/help", "/help/ktp-el-hilang", "/login");

    @Override
    Map<String, String> settings() throws IOException {
        try (FakeTwilio twilio = new FakeTwilio()) {
            return SmsCitizen.line(twilio.address());
        }
    }

    /** So that the outbox has something to show. */
    @BeforeAll
    void answerThatCannotGetOut() throws Exception {
        SmsCitizen siti = new SmsCitizen(desk, "+6281255588777");
        siti.says("lapor lampu jalan mati di jl kenanga desa sukamaju");
        siti.says("ya");
        try (BrowserContext agent = chromium.visitor(1280, 800, true)) {
            Page page = Chromium.logIn(agent, desk, "agent");
            page.locator(".row", new Page.LocatorOptions().setHasText("desa sukamaju"))
                    .first()
                    .click();
            page.locator("#reply-text").fill("Terima kasih, lampunya kami ganti besok pagi.");
            page.locator("#reply-text").press("Control+Enter");
            assertThat(page.locator("#thread")).containsText("kami ganti besok pagi");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "agent,      /desk,           /desk/outbox",
        "supervisor, /desk,           /admin",
        "editor,     /desk/knowledge, /desk",
        "admin,      /desk,           /desk/tickets/XYZ",
    })
    void everyPageOfARolesMenuMayBeOpenedAndWearsTheFrame(String role, String home, String closed) {
        try (BrowserContext someone = chromium.visitor(1280, 800, true)) {
            Page page = Chromium.logIn(someone, desk, role);
            assertThat(page).hasURL(desk.uri(home).toString());
            WornFrame frame = new WornFrame(someone, page, role);
            assertThat(frame.menu()).startsWith(home).endsWith("/password");
            frame.menu().forEach(path -> frame.checks(desk.uri(path), 200));

            frame.checks(desk.uri(closed), closed.endsWith("XYZ") ? 404 : 403);
            page.locator("main a.btn").click();
            assertThat(page).hasURL(desk.uri(home).toString());
        }
    }

    @Test
    void citizensPagesWearTheirs() {
        try (BrowserContext visitor = chromium.visitor(1280, 800, true)) {
            WornFrame frame = new WornFrame(visitor, visitor.newPage(), "citizen");
            FOR_CITIZENS.forEach(path -> frame.checks(desk.uri(path), 200));
            frame.checks(desk.uri("/tidak-ada"), 404);
        }
    }

    @Test
    void aChatThatCouldNotBeSaidKeepsItsFrameWithoutJavaScript() {
        try (BrowserContext visitor = chromium.visitor(390, 740, false)) {
            Page page = visitor.newPage();
            page.navigate(desk.uri("/chat").toString());
            page.locator("#chat-composer button[type=submit]").click();
            assertThat(page.locator(".error-summary")).isVisible();
            new WornFrame(visitor, page, "citizen").assertIsWorn("an empty message");
            Chromium.picture(page, Path.of("target/screenshots/frame/citizen-chat-refused.png"));
        }
    }

    @Test
    void theFootOfACitizensPageLeadsAnEditorToTheirWork() {
        try (BrowserContext someone = chromium.visitor(1280, 800, true)) {
            Page page = Chromium.logIn(someone, desk, "editor");
            page.navigate(desk.uri("/help").toString());
            page.locator(".bottom a").first().click();
            assertThat(page).hasURL(desk.uri("/desk/knowledge").toString());
        }
    }
}
