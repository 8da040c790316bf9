package id.pendopo.config.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import id.pendopo.config.journeys.FakeTwilio;
import id.pendopo.config.journeys.SmsCitizen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestMethodOrder(MethodOrderer.MethodName.class)
class BrowserTests extends DeskInBrowser {

    /** {@code -Dpendopo.images=../docs/images} renews the pictures of the documentation. */
    private static final Path IMAGES = Path.of(System.getProperty("pendopo.images", "target/screenshots"));

    private static final Pattern CODE = Pattern.compile("\\d{3} \\d{3} \\d{4}");
    private static final long FIRST_VISIT_BYTES = 50 * 1024L;

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

    /** Asking for the sound takes room above the list: it must not move away from under the pointer. */
    @Test
    void anAgentsFirstClickOpensTheTicketUnderIt() {
        try (BrowserContext citizens = chromium.visitor(360, 740, true);
                BrowserContext agents = chromium.visitor(1366, 800, true)) {
            Page chat = citizens.newPage();
            chat.navigate(desk.uri("/chat").toString());
            say(chat, "tolong rumah saya kebakaran di jl nangka 7");
            Page page = Chromium.logIn(agents, desk, "agent");
            assertThat(page.locator("#alarms-silent")).isVisible();

            page.locator(".row").nth(2).click();

            assertThat(page.locator("#reply-text")).isVisible();
            assertThat(page.locator("#alarms-silent")).isHidden();
        }
    }

    @Test
    void citizensGetACitedAnswerInTheChat() {
        try (BrowserContext visitor = chromium.visitor(360, 740, true)) {
            Page page = visitor.newPage();
            page.navigate(desk.uri("/chat").toString());
            say(page, "ktp sy ilang gmn urusnya");
            Locator source = page.locator(".source a").last();
            assertThat(source).containsText("KTP");
            assertThat(page.locator(".bubble.bot").last()).containsText("polisi");
            picture(page, "chat");

            page.reload();
            assertThat(page.locator(".bubble.citizen").first()).containsText("ktp sy ilang gmn urusnya");
        }
    }

    @Test
    void theChatWorksWithoutJavaScript() {
        try (BrowserContext visitor = chromium.visitor(360, 740, false)) {
            Page page = visitor.newPage();
            page.navigate(desk.uri("/chat").toString());
            say(page, "brp biaya perpanjang sim c");
            assertThat(page.locator(".source a").last()).containsText("SIM");
            assertThat(page.locator(".bubble.bot").last()).containsText("Rp75.000");
        }
    }

    @Test
    void theFirstVisitFitsInFiftyKilobytes() {
        for (String path : List.of("/chat", "/", "/help", "/report", "/track")) {
            try (BrowserContext fresh = chromium.visitor(360, 740, true)) {
                Page page = fresh.newPage();
                page.navigate(desk.uri(path).toString());
                long bytes = Chromium.bytes(page);
                System.out.printf("first visit of %s: %d bytes%n", path, bytes);
                assertThat(bytes).as(path).isPositive().isLessThanOrEqualTo(FIRST_VISIT_BYTES);
            }
        }
    }

    @Test
    void agentsAnswerByKeyboardAndTheChatShowsItAtOnce() {
        try (BrowserContext citizen = chromium.visitor(360, 740, true);
                BrowserContext agent = chromium.visitor(1366, 768, true)) {
            Page chat = citizen.newPage();
            chat.navigate(desk.uri("/chat").toString());
            say(chat, "mau lapor lampu jalan mati di jl kenanga desa sukamaju, gelap sekali");
            assertThat(chat.locator(".bubble.bot").last()).containsText("YA");
            say(chat, "ya");
            assertThat(chat.locator(".bubble.bot").last()).containsText(CODE);
            String code = code(chat.locator(".bubble.bot").last());

            Page page = logIn(agent, "agent");
            page.navigate(desk.uri("/desk?view=all").toString());
            assertThat(page.locator(".row").filter(new Locator.FilterOptions().setHasText(code)))
                    .isVisible();
            picture(page, "desk-list");
            page.navigate(desk.uri("/desk/tickets/" + code.replace(" ", "")).toString());
            assertThat(page.locator("#ticket-head")).containsText(code);
            page.keyboard().press("r");
            assertThat(page.locator("#reply-text")).isFocused();
            page.keyboard().type("Terima kasih, lampunya kami ganti besok pagi.");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator("#thread")).containsText("lampunya kami ganti besok pagi");
            assertThat(chat.locator(".bubble.agent").last())
                    .containsText(
                            "lampunya kami ganti besok pagi",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(5000));

            say(chat, "terima kasih, saya tunggu");
            assertThat(page.locator("#thread"))
                    .containsText("saya tunggu", new LocatorAssertions.ContainsTextOptions().setTimeout(5000));
            picture(page, "desk");
            assertThat(Chromium.violations(page)).isEmpty();

            chat.navigate(desk.uri("/track/" + code.replace(" ", "")).toString());
            assertThat(chat.locator("main")).containsText(code);
            assertThat(Chromium.violations(chat)).isEmpty();
            picture(chat, "track");

            page.keyboard().press("Escape");
            page.keyboard().press("e");
            page.locator("#close input[name=outcome]").first().check();
            page.fill("#close-text", "Lampu di Jalan Kenanga sudah kami ganti.");
            page.locator("#close button[type=submit]").click();
            assertThat(page.locator("#thread")).containsText("sudah kami ganti");
            rate(chat);
            page.reload();
            assertThat(page.locator("main")).containsText("4 dari 5");
            picture(page, "desk-rated");
        }
    }

    /** Whoever can follow the ticket says that it is solved, and how content they are. */
    private static void rate(Page chat) {
        chat.reload();
        chat.locator("form[action$='/solved'] button").first().click();
        assertThat(chat.locator("#rating-title")).isVisible();
        assertThat(Chromium.violations(chat)).isEmpty();
        chat.locator("form[action$='/rating'] button").click();
        assertThat(chat.locator("#rating-error")).isVisible();
        assertThat(Chromium.violations(chat)).isEmpty();
        chat.locator("form[action$='/rating'] input[value='4']").check();
        chat.fill("#better", "Kabarnya bisa lebih cepat.");
        picture(chat, "track-rating");
        chat.locator("form[action$='/rating'] button").click();
        assertThat(chat.locator("main")).containsText("4 dari 5");
    }

    @Test
    void aReportIsMadeOnePageAtATimeWithoutJavaScript() {
        try (BrowserContext visitor = chromium.visitor(360, 740, false)) {
            Page page = visitor.newPage();
            page.navigate(desk.uri("/report").toString());
            submit(page);
            for (int step = 0; step < 8 && page.locator(".code-large").count() == 0; step++) {
                answer(page);
                submit(page);
            }
            assertThat(page.locator(".code-large")).containsText(CODE);
            picture(page, "report");
        }
    }

    private static void answer(Page page) {
        if (page.locator("textarea").count() > 0) {
            page.fill("textarea", "Jalan berlubang di depan SD 3, sudah ada yang jatuh.");
        } else if (page.locator("input[type=radio]").count() > 0) {
            page.locator("input[type=radio]").first().check();
        } else if (page.locator("#answer[inputmode=numeric]").count() > 0) {
            page.fill("#answer", "7890");
        } else if (page.locator("#answer").count() > 0) {
            page.fill("#answer", "Jalan Kenanga, dekat masjid");
        }
    }

    private static void submit(Page page) {
        page.locator("main form button[type=submit]").first().click();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/chat", "/help", "/help/ktp-el-hilang", "/report", "/track", "/login"})
    void citizenPagesHaveNoAccessibilityViolations(String path) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (BrowserContext visitor = chromium.visitor(360, 740, true)) {
                Page page = visitor.newPage();
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                for (String language : List.of("id", "en")) {
                    page.navigate(desk.uri(path + "?lang=" + language).toString());
                    assertThat(Chromium.violations(page))
                            .as(path + " " + scheme + " " + language)
                            .isEmpty();
                    assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
                    assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= 360"))
                            .as("no sideways scrolling on " + path)
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk",
                "/desk/outbox",
                "/desk/confidential",
                "/admin",
                "/admin/desk",
                "/admin/desk/units/bpbd",
                "/admin/desk/categories/pungli/readers",
                "/admin/start",
                "/admin/desk/agency",
                "/admin/desk/units",
                "/admin/desk/categories",
                "/admin/desk/new-category",
                "/admin/desk/holidays",
                "/admin/desk/duty",
                "/admin/phone"
            })
    void deskPagesHaveNoAccessibilityViolations(String path) {
        for (int width : new int[] {1366, 320}) {
            try (BrowserContext someone = chromium.visitor(width, 768, true)) {
                Page page = logIn(someone, "admin");
                page.navigate(desk.uri(path).toString());
                assertThat(Chromium.violations(page)).as(path + " at " + width).isEmpty();
                assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                        .as("no sideways scrolling of " + path + " at " + width)
                        .isTrue();
                picture(page, "page" + path.replace('/', '-') + "-" + width);
            }
        }
    }

    @Test
    void aCallOnThePhonePageIsUsableByKeysAlone() {
        for (int width : new int[] {1366, 360}) {
            try (BrowserContext someone = chromium.visitor(width, 768, true)) {
                Page page = logIn(someone, "admin");
                page.navigate(desk.uri("/admin/phone?lang=id").toString());
                page.locator("#number").fill("+62812555" + (10_000 + width));
                page.locator("#number").press("Enter");
                assertThat(page.locator(".heard")).containsText("Press 2, English.");
                page.locator("button[value='1']").press("Enter");
                assertThat(page.locator(".heard")).containsText("Tekan 2, Lapor masalah.");
                assertThat(Chromium.violations(page)).as("a call at " + width).isEmpty();
                assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                        .isTrue();
                page.locator("#words").fill("berapa biaya perpanjang sim c");
                page.locator("#words").press("Enter");
                picture(page, "phone-" + width);
                assertThat(page.locator(".heard")).containsText("tujuh puluh lima ribu rupiah");
                assertThat(page.locator(".heard li").last()).isInViewport();
                page.locator("form[action$='/end'] button").press("Enter");
                assertThat(page.locator("#number")).isVisible();
            }
        }
    }

    @Test
    void theHallShowsItsDoors() {
        try (BrowserContext visitor = chromium.visitor(1100, 800, true)) {
            Page page = visitor.newPage();
            page.navigate(desk.uri("/").toString());
            for (String door : List.of("Tanya", "Lapor", "Lacak", "Bantuan")) {
                assertThat(page.locator(".doors").getByText(door, new Locator.GetByTextOptions().setExact(true)))
                        .isVisible();
            }
            picture(page, "hall");
        }
    }

    private Page logIn(BrowserContext context, String name) {
        return Chromium.logIn(context, desk, name);
    }

    private static void say(Page page, String text) {
        page.getByLabel("Pesan Anda").fill(text);
        page.locator("#chat-composer button[type=submit]").click();
        assertThat(page.locator(".bubble.citizen").last()).containsText(text);
    }

    private static String code(Locator bubble) {
        java.util.regex.Matcher matcher = CODE.matcher(bubble.innerText());
        if (!matcher.find()) {
            throw new AssertionError("no code");
        }
        return matcher.group();
    }

    private static void picture(Page page, String name) {
        Chromium.picture(page, IMAGES.resolve(name + ".png"));
    }
}
