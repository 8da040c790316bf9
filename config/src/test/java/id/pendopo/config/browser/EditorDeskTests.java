package id.pendopo.config.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import id.pendopo.config.journeys.FakeTwilio;
import id.pendopo.config.journeys.SmsCitizen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Editors and supervisors at the articles, in a real browser. */
class EditorDeskTests extends DeskInBrowser {

    private static final String ARTICLE = "/desk/knowledge/ktp-el-hilang/id";

    private FakeTwilio twilio;

    @Override
    Map<String, String> settings() throws IOException {
        twilio = new FakeTwilio();
        return SmsCitizen.line(twilio.address());
    }

    @AfterAll
    void hangUp() {
        if (twilio != null) {
            twilio.close();
        }
    }

    @Test
    void anEditorWritesWithoutJavaScriptAndASupervisorPublishes() {
        try (BrowserContext editor = chromium.visitor(360, 740, false);
                BrowserContext supervisor = chromium.visitor(1366, 768, true)) {
            Page writing = logIn(editor, "editor");
            writing.navigate(desk.uri(ARTICLE + "/edit").toString());
            writing.fill("#summary", "Laporkan dahulu ke polisi, lalu bawa suratnya ke Disdukcapil.");
            writing.locator("button[value=SUBMIT]").press("Enter");
            assertThat(writing.locator("main")).containsText("Menunggu persetujuan orang lain.");
            assertThat(writing.locator("form[action$='/approve']")).hasCount(0);

            Page reading = logIn(supervisor, "supervisor");
            reading.navigate(desk.uri("/desk/knowledge?show=REVIEW").toString());
            reading.locator("td a").first().click();
            assertThat(reading.locator("a[href$='/edit']")).hasCount(0);
            reading.locator("a[href$='/review']").click();
            assertThat(reading.locator("ins").first()).containsText("Laporkan");
            assertThat(Chromium.violations(reading)).isEmpty();
            reading.locator("form[action$='/approve'] button").press("Enter");
            assertThat(reading.locator("main")).containsText("Terbit.");

            reading.navigate(desk.uri("/help/ktp-el-hilang").toString());
            assertThat(reading.locator("main")).containsText("Laporkan dahulu ke polisi");
        }
    }

    @Test
    void theEditorIsToldWhileTyping() {
        try (BrowserContext editor = chromium.visitor(1366, 768, true)) {
            Page page = logIn(editor, "editor");
            page.navigate(desk.uri("/desk/knowledge/kk-hilang/id/edit").toString());
            assertThat(page.locator("#lint")).not().containsText("paling panjang 160");
            page.fill("#sms", "Datang ke loket. ".repeat(12));
            assertThat(page.locator("#lint")).containsText("203 huruf, menjadi 2 SMS");
            Chromium.picture(page, Path.of("target/screenshots/editor.png"));
        }
    }

    @Test
    void whatACitizenPickedBecomesAQuestionOfTheDraftByOneClick() throws Exception {
        SmsCitizen siti = new SmsCitizen(desk, "+6281255588002");
        siti.says("paspor");
        siti.says("1");
        try (BrowserContext someone = chromium.visitor(1366, 768, true)) {
            Page page = logIn(someone, "editor");
            page.navigate(desk.uri("/desk/knowledge/gaps").toString());
            page.locator("li:has(strong:text-is('paspor')) button:has-text('Tambahkan')")
                    .click();

            assertThat(page.locator(".notice")).containsText("Pertanyaan ditambahkan ke draf");
            assertThat(page.locator("li:has(strong:text-is('paspor')) button:has-text('Tambahkan')"))
                    .hasCount(0);
        }
    }

    @Test
    void thePagesHaveNoAccessibilityViolations() throws Exception {
        SmsCitizen siti = new SmsCitizen(desk, "+6281255588001");
        siti.says("apakah kelinci hias boleh naik kapal selam wisata");
        siti.says("ktp");
        siti.says("1");
        for (int width : new int[] {1366, 360}) {
            try (BrowserContext someone = chromium.visitor(width, 768, true)) {
                Page page = logIn(someone, "admin");
                for (String path : new String[] {
                    "/desk/knowledge",
                    "/desk/knowledge/new",
                    "/desk/knowledge/gaps",
                    "/desk/knowledge/try?q=kalau+ktp+rusak",
                    "/desk/knowledge/kia-baru/id",
                    "/desk/knowledge/kia-baru/en/edit"
                }) {
                    page.navigate(desk.uri(path).toString());
                    assertThat(Chromium.violations(page))
                            .as(path + " at " + width)
                            .isEmpty();
                    assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                            .as("no sideways scrolling on " + path + " at " + width)
                            .isTrue();
                    Chromium.picture(
                            page,
                            Path.of("target/screenshots/page" + path.replaceAll("\\W", "-") + "-" + width + ".png"));
                }
            }
        }
    }

    private Page logIn(BrowserContext context, String name) {
        return Chromium.logIn(context, desk, name);
    }
}
