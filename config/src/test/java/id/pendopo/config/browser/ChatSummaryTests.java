package id.pendopo.config.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The summary of a report in the chat: one button sends it, and what was asked before stays to be read. */
class ChatSummaryTests extends DeskInBrowser {

    @ParameterizedTest
    @CsvSource({"390, true", "1280, true", "390, false"})
    void theReportsOwnButtonIsTheOneToPress(int width, boolean script) {
        try (BrowserContext visitor = chromium.visitor(width, 800, script)) {
            Page page = visitor.newPage();
            page.navigate(desk.uri("/chat").toString());
            say(page, "lampu jalan mati di jl kenanga depan no 12, gelap sekali");
            Locator summary = page.locator(".bubble.bot").last();
            assertThat(summary).containsText("Kontak: tidak ada nomor Anda");
            assertThat(summary).not().containsText("boleh dihubungi");
            assertThat(page.locator("button:text-is('Kirim')")).hasCount(0);
            Locator send = page.locator("button:text-is('Kirim laporan')");
            Locator composer = page.locator("#chat-composer button[type=submit]");
            assertThat(composer).hasText("Kirim pesan");
            assertThat(background(send)).isNotEqualTo(background(composer));
            Chromium.picture(
                    page, Path.of("target/screenshots/chat-summary-" + width + (script ? "" : "-plain") + ".png"));

            send.click();

            assertThat(page.locator(".bubble.bot").last()).containsText("halaman Lacak dengan nomor tiket");
            assertThat(page.locator("ul.offered li").first()).hasText("Kirim laporan");
            assertThat(page.locator("form.choices button.btn")).hasCount(0);
            assertThat(background(composer)).isNotEqualTo("rgba(0, 0, 0, 0)");
        }
    }

    @Test
    void whatWasOfferedStaysToBeReadAndIsOfferedNoMore() {
        try (BrowserContext visitor = chromium.visitor(390, 800, true)) {
            Page page = visitor.newPage();
            page.navigate(desk.uri("/chat").toString());
            say(page, "menu");
            page.locator("form.choices button").first().click();
            assertThat(page.locator("ul.offered li").first()).hasText("Tanya layanan");
            assertThat(page.locator("form.choices")).hasCount(0);

            page.reload();
            assertThat(page.locator("ul.offered li").first()).hasText("Tanya layanan");
        }
    }

    private static String background(Locator button) {
        return (String) button.evaluate("button => getComputedStyle(button).backgroundColor");
    }

    private static void say(Page page, String text) {
        page.getByLabel("Pesan Anda").fill(text);
        page.locator("#chat-composer button[type=submit]").click();
        assertThat(page.locator(".bubble.citizen").last()).containsText(text);
    }
}
