package id.pendopo.config.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A page as somebody sees it at a width and in a light, and whether the house's frame is around it. */
final class WornFrame {

    static final int[] WIDTHS = {1280, 390, 320};

    private static final String ADMINISTRATION = "/admin";
    private static final Path PICTURES = Path.of("target/screenshots/frame");

    private final Page page;
    private final String reader;
    private final List<String> complaints = new ArrayList<>();

    /** @param reader names the pictures */
    WornFrame(BrowserContext context, Page page, String reader) {
        this.page = page;
        this.reader = reader;
        page.onPageError(complaints::add);
        context.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                complaints.add(message.text());
            }
        });
    }

    /** Opens a page at every width, light and dark, and looks at its frame. */
    void checks(URI address, int status) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, width > 1000 ? 800 : 740);
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                Response answer = page.navigate(address.toString());
                String seen = reader + " " + address.getPath() + " " + width + " " + scheme;
                assertThat(answer.status()).as(seen).isEqualTo(status);
                assertIsWorn(seen);
                Chromium.picture(page, PICTURES.resolve(seen.replaceAll("\\W+", "-") + ".png"));
            }
        }
        assertThat(Chromium.violations(page)).as(reader + " " + address).isEmpty();
        if (status == 200) {
            assertThat(complaints).as("the console of " + address).isEmpty();
        }
        complaints.clear();
    }

    void assertIsWorn(String seen) {
        assertThat(page.locator("body > header")).hasCount(1);
        assertThat(page.locator("body > header nav a").first()).isVisible();
        assertThat(page.locator("main")).hasCount(1);
        assertThat(page.locator("h1")).hasCount(1);
        assertThat(page.title()).as(seen).doesNotContain("null").contains(" - ");
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as("no sideways scrolling of " + seen)
                .isTrue();
        boolean dark = (Boolean) page.evaluate("() => matchMedia('(prefers-color-scheme: dark)').matches");
        assertThat(page.evaluate("() => getComputedStyle(document.body).backgroundColor"))
                .as(seen)
                .isEqualTo(dark ? "rgb(22, 20, 15)" : "rgb(250, 248, 244)");
    }

    /** Where the menu leads, and the administration's within it. */
    List<String> menu() {
        List<String> paths = new ArrayList<>(links());
        if (paths.contains(ADMINISTRATION)) {
            String here = page.url();
            page.locator("body > header nav a[href='" + ADMINISTRATION + "']").click();
            paths.addAll(
                    paths.size() - 1,
                    links().stream()
                            .filter(path -> path.startsWith(ADMINISTRATION + "/"))
                            .toList());
            page.navigate(here);
        }
        return paths;
    }

    private List<String> links() {
        return page.locator("body > header nav a").all().stream()
                .map((Locator link) -> link.getAttribute("href"))
                .toList();
    }
}
