package id.pendopo.config.browser;

import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ScreenshotAnimations;
import id.pendopo.config.journeys.DeskProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * The distribution's chromium, driven by Playwright. Where there is none the tests are skipped with one loud line; in continuous
 * integration that is a failure.
 */
final class Chromium implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** What WCAG 2.2 AA asks for, as axe names it. */
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium launch() {
        Optional<String> program = program();
        if (program.isEmpty()) {
            System.out.println(
                    "SKIPPED: no chromium here; set -Dpendopo.chromium=PATH to run the tests in a real browser");
            if (Boolean.parseBoolean(System.getenv("CI"))) {
                throw new IllegalStateException("continuous integration needs chromium");
            }
            Assumptions.abort("no chromium");
        }
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(program.orElseThrow()))
                        .setArgs(FLAGS));
        return new Chromium(playwright, browser);
    }

    private static Optional<String> program() {
        return java.util.stream.Stream.of(System.getProperty("pendopo.chromium", ""), "/usr/bin/chromium")
                .filter(path -> !path.isEmpty() && Files.isExecutable(Path.of(path)))
                .findFirst();
    }

    /** A visitor with a browser of this size, cookies of their own. */
    BrowserContext visitor(int width, int height, boolean javaScript) {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setJavaScriptEnabled(javaScript)
                .setLocale("id-ID"));
    }

    /** What the page took on the wire with all that belongs to it. */
    static long bytes(Page page) {
        Number bytes = (Number) page.evaluate("""
                () => performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))
                    .filter(entry => entry.initiatorType !== 'fetch')
                    .reduce((sum, entry) => sum + entry.transferSize, 0)
                """);
        return bytes.longValue();
    }

    /** What axe holds against the page, one line each; empty when nothing. */
    static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .withTags(WCAG).analyze().getViolations().stream()
                        .map(Chromium::line)
                        .toList();
    }

    /** Somebody of the desk, logged in; whom the demonstration printed. */
    static Page logIn(BrowserContext context, DeskProcess desk, String name) {
        Page page = context.newPage();
        page.navigate(desk.uri("/login").toString());
        page.fill("#username", name);
        page.fill("#password", desk.printed("login", name).orElseThrow());
        page.locator("main button[type=submit]").click();
        page.waitForURL(url -> !url.endsWith("/login"));
        return page;
    }

    /** Takes a picture with what moves at its end; again, when the page just changed and Chromium could not. */
    static void picture(Page page, Path file) {
        Page.ScreenshotOptions options =
                new Page.ScreenshotOptions().setPath(file).setAnimations(ScreenshotAnimations.DISABLED);
        await().pollInSameThread()
                .ignoreException(PlaywrightException.class)
                .until(() -> page.screenshot(options).length > 0);
    }

    private static String line(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream()
                        .map(node -> node.getTarget().toString())
                        .toList();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
