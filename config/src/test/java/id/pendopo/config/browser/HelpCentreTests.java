package id.pendopo.config.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The help centre as citizens read, search, hear, print and judge it, and as editors see what came of it. */
class HelpCentreTests extends DeskInBrowser {

    private static final String ARTICLE = "/help/sim-perpanjang";
    private static final long FIRST_VISIT_BYTES = 50 * 1024L;

    /** A voice that writes down what it is to say; a browser without a screen has none of its own. */
    private static final String VOICE = """
            window.spoken = [];
            window.SpeechSynthesisUtterance = function (text) { this.text = text; };
            Object.defineProperty(window, 'speechSynthesis', { value: {
                getVoices: () => [],
                speak: (sentence) => window.spoken.push(sentence),
                cancel: () => window.spoken.push('cancel')
            } });
            """;

    @Test
    void findsWhileSomebodyTypesAndKeepsTheAddress() {
        try (BrowserContext visitor = chromium.visitor(360, 740, true)) {
            Page page = open(visitor, "/help");
            page.locator("#q").pressSequentially("brp biaya perpanjang sim c");
            assertThat(page.locator("#results .card")).containsText("Rp75.000");
            assertThat(page.locator("#results .card")).containsText("Sumber");
            assertThat(page.locator("#announcement")).containsText("Ada jawaban.");
            assertThat(page.locator("#q")).isFocused();
            assertThat(page).hasURL(Pattern.compile(".*/help\\?q=brp%20biaya%20perpanjang%20sim%20c"));
            assertThat(Chromium.violations(page)).isEmpty();

            page.locator("#q").fill("");
            assertThat(page.locator("#results")).isEmpty();
            page.locator("#q").fill("resep rendang padang");
            assertThat(page.locator("#results")).containsText("Kami belum punya artikel");
            assertThat(page.locator("#results .doors a")).hasCount(2);
        }
    }

    @Test
    void asksBackWithoutJavaScriptAndKeepsTheQuestionInTheOtherLanguage() {
        try (BrowserContext visitor = chromium.visitor(360, 740, false)) {
            Page page = open(visitor, "/help");
            page.locator("#q").fill("sim");
            page.locator("#search button").click();
            assertThat(page.locator("#results")).containsText("Yang mana yang Anda maksud?");
            page.locator(".languages a").click();
            assertThat(page.locator("#results")).containsText("Which one do you mean?");
            assertThat(page.locator("#q")).hasValue("sim");

            page.locator("#results .options a").first().click();
            assertThat(page.locator("main h1")).isVisible();
            assertThat(page).hasURL(Pattern.compile(".*/help/sim-[a-z]+"));
            assertThat(page.locator("#listen")).isHidden();
            assertThat(page.locator("#print")).isHidden();
        }
    }

    @Test
    void readsTheArticleAloudByKeyboard() {
        try (BrowserContext visitor = chromium.visitor(360, 740, true)) {
            visitor.addInitScript(VOICE);
            Page page = open(visitor, ARTICLE);
            Locator listen = page.locator("#listen");
            String words = listen.getAttribute("data-words");
            assertThat(listen).hasText("Dengarkan");
            listen.focus();
            page.keyboard().press("Enter");
            assertThat(listen).hasText("Berhenti");
            assertThat(page.evaluate(
                            "() => spoken.filter(one => one.text).map(one => one.lang + ':' + one.text).join(' ')"))
                    .isEqualTo("id:" + words.replaceAll("(?<=[.!?])\\s+", " id:"));
            page.keyboard().press("Space");
            assertThat(listen).hasText("Dengarkan");
            assertThat(page.evaluate("() => spoken.at(-1)")).isEqualTo("cancel");
            page.keyboard().press("Enter");
            page.evaluate("() => spoken.at(-1).onend()");
            assertThat(listen).hasText("Dengarkan");
        }
    }

    @Test
    void hidesReadingAloudWhereTheBrowserCannotSpeak() {
        try (BrowserContext visitor = chromium.visitor(360, 740, true)) {
            visitor.addInitScript("Object.defineProperty(window, 'speechSynthesis', { value: undefined })");
            Page page = open(visitor, ARTICLE);
            assertThat(page.locator("#print")).isVisible();
            assertThat(page.locator("#listen")).isHidden();
        }
    }

    @Test
    void printsDarkOnWhiteWithTheAddressesOfTheSources() {
        try (BrowserContext visitor = chromium.visitor(800, 1100, true)) {
            Page page = visitor.newPage();
            page.emulateMedia(new Page.EmulateMediaOptions()
                    .setColorScheme(ColorScheme.DARK)
                    .setMedia(Media.PRINT));
            page.navigate(desk.uri(ARTICLE).toString());
            for (String gone : List.of(".top", ".bottom", "#helpful", ".doors", ".tools")) {
                assertThat(page.locator(gone)).isHidden();
            }
            assertThat(page.locator(".paper")).containsText(ARTICLE);
            assertThat(page.evaluate("() => getComputedStyle(document.querySelector('main h1')).color"))
                    .isEqualTo("rgb(31, 27, 22)");
            assertThat((String) page.evaluate(
                            "() => getComputedStyle(document.querySelector('.sources a'), '::after').content"))
                    .contains("https://");
        }
    }

    @Test
    void everyOpinionReachesTheEditorsOnce() {
        try (BrowserContext visitor = chromium.visitor(360, 740, false);
                BrowserContext editor = chromium.visitor(1366, 768, true)) {
            Page page = open(visitor, ARTICLE + "?via=chat");
            page.locator("#helpful button[value=false]").click();
            assertThat(page.locator("#helpful [role=status]")).containsText("sudah tercatat");
            page.locator("#reason").fill("Tarif di kota kami berbeda.");
            page.locator("#helpful button[type=submit]").click();
            assertThat(page.locator("#helpful")).containsText("Petugas akan membacanya");
            page.navigate(desk.uri(ARTICLE).toString());
            assertThat(page.locator("#helpful button")).hasCount(0);

            Page figures = editor.newPage();
            figures.navigate(desk.uri("/login").toString());
            figures.fill("#username", "editor");
            figures.fill("#password", desk.printed("login", "editor").orElseThrow());
            figures.locator("main button[type=submit]").click();
            figures.locator("main").getByText("Penilaian artikel").click();
            assertThat(figures).hasURL(Pattern.compile(".*/desk/knowledge/usefulness"));
            Locator row = figures.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("Chat web"));
            assertThat(row).containsText("0 ya, 1 tidak");
            assertThat(figures.locator(".reasons")).containsText("Tarif di kota kami berbeda.");
            assertThat(Chromium.violations(figures)).isEmpty();
            figures.setViewportSize(360, 740);
            assertThat(Chromium.violations(figures)).isEmpty();
            assertThat(isNarrow(figures)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ARTICLE,
                "/help/bpjs-daftar?said=no",
                "/help?q=ktp",
                "/help?q=resep+rendang",
                "/help?q=ktp+hilang+brp"
            })
    void pagesAreSmallNarrowAndOpenToEverybody(String path) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (String language : List.of("id", "en")) {
                try (BrowserContext visitor = chromium.visitor(360, 740, true)) {
                    Page page = visitor.newPage();
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                    page.navigate(desk.uri(path + (path.contains("?") ? "&" : "?") + "lang=" + language)
                            .toString());
                    assertThat(Chromium.violations(page))
                            .as(path + " " + scheme + " " + language)
                            .isEmpty();
                    assertThat(isNarrow(page)).as("no sideways scrolling").isTrue();
                    assertThat(Chromium.bytes(page)).isPositive().isLessThanOrEqualTo(FIRST_VISIT_BYTES);
                }
            }
        }
    }

    private Page open(BrowserContext visitor, String path) {
        Page page = visitor.newPage();
        page.navigate(desk.uri(path).toString());
        return page;
    }

    private static boolean isNarrow(Page page) {
        return (Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth");
    }
}
