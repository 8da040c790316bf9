package id.pendopo.config.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures on their way from and to citizens, in a real browser. */
class FilesInBrowserTests extends DeskInBrowser {

    private static final Pattern CODE = Pattern.compile("\\d{3} \\d{3} \\d{4}");

    /** Notes what the page uploads. */
    private static final String UPLOADS = """
            window.uploads = [];
            const send = window.fetch;
            window.fetch = async (address, init) => {
              if (init && init.body instanceof FormData) {
                const image = await createImageBitmap(init.body.get('file'));
                window.uploads.push(image.width + 'x' + image.height + ' ' + init.body.get('file').type);
              }
              return send(address, init);
            };
            """;

    private static FilePayload picture(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        return new FilePayload("foto.png", "image/png", out.toByteArray());
    }

    private static void say(Page page, String text) {
        page.getByLabel("Pesan Anda").fill(text);
        page.locator("#chat-composer button[type=submit]").click();
    }

    private String reported(Page page) {
        page.navigate(desk.uri("/chat").toString());
        say(page, "lampu jalan mati di jl kenanga depan no 12, gelap sekali");
        page.locator("button:text-is('Kirim laporan')").click();
        assertThat(page.locator(".bubble.bot").last()).containsText("halaman Lacak dengan nomor tiket");
        Matcher code = CODE.matcher(page.locator("#chat-log").textContent());
        assertThat(code.find()).isTrue();
        return code.group().replace(" ", "");
    }

    @Test
    void aLargePhotoIsDrawnSmallerBeforeItLeavesThePhoneAndASmallOneStaysAsItIs() throws IOException {
        try (BrowserContext visitor = chromium.visitor(390, 800, true)) {
            visitor.addInitScript(UPLOADS);
            Page page = visitor.newPage();
            page.navigate(desk.uri("/chat").toString());
            for (FilePayload photo : List.of(picture(2400, 3200), picture(800, 600))) {
                page.setInputFiles("#chat-file", photo);
                say(page, "ini fotonya");
                assertThat(page.locator("#chat-status")).isEmpty();
                assertThat(page.locator("#chat-text")).hasValue("");
            }

            assertThat((List<?>) page.evaluate("window.uploads"))
                    .isEqualTo(List.of("1200x1600 image/jpeg", "800x600 image/png"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAgentSendsAPictureAndAFormAndTheCitizenSeesThem(boolean script) throws IOException {
        try (BrowserContext visitor = chromium.visitor(390, 800, script);
                BrowserContext office = chromium.visitor(1366, 900, script)) {
            Page citizen = visitor.newPage();
            String code = reported(citizen);
            Page agent = Chromium.logIn(office, desk, "agent");
            agent.navigate(desk.uri("/desk/tickets/" + code).toString());
            agent.fill("#reply-text", "Ini lokasi dan formulirnya.");
            agent.setInputFiles("#reply-files", new FilePayload[] {
                picture(1000, 500),
                new FilePayload("Formulir.pdf", "application/pdf", "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.UTF_8))
            });
            agent.locator(".write-reply button[type=submit]").click();

            assertThat(agent.locator("#thread")).containsText("Ini lokasi dan formulirnya.");
            assertThat(agent.locator("#thread")).containsText("Formulir.pdf, 1 KB");
            assertThat(agent.locator("#thread img.picture")).isVisible();
            Chromium.picture(agent, Path.of("target/screenshots/desk-files-" + script + ".png"));
            if (!script) {
                citizen.navigate(desk.uri("/chat").toString());
            }
            assertThat(citizen.locator(".bubble.agent img.picture")).hasAttribute("alt", "Foto dari petugas");
            assertThat(citizen.locator(".bubble.agent a:text-is('Formulir.pdf')"))
                    .isVisible();
            citizen.locator(".bubble.agent img.picture").scrollIntoViewIfNeeded();
            if (script) {
                citizen.waitForFunction(
                        "() => document.querySelector('.bubble.agent img.picture').naturalWidth === 480");
                assertThat(Chromium.violations(citizen)).isEmpty();
                assertThat(Chromium.violations(agent)).isEmpty();
            }
            Chromium.picture(citizen, Path.of("target/screenshots/chat-files-" + script + ".png"));
        }
    }
}
