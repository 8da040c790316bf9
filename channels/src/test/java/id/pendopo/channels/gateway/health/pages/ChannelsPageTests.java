package id.pendopo.channels.gateway.health.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.ChannelsTest;
import id.pendopo.channels.gateway.accounts.AccountDesk;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** An administrator adds, changes, switches and tests accounts without touching the server. */
@ChannelsTest
class ChannelsPageTests {

    private static final String PAGE = "/admin/channels";
    private static final String TOKEN = "123456:rahasia-sekali-abcdefghijklmnopqrstuv";
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    private final MockMvc pages;
    private final ChannelAccounts accounts;
    private final AccountDesk desk;
    private final JdbcClient jdbc;

    ChannelsPageTests(WebApplicationContext context, ChannelAccounts accounts, AccountDesk desk, JdbcClient jdbc) {
        this.pages = MockMvcBuilders.webAppContextSetup(context).build();
        this.accounts = accounts;
        this.desk = desk;
        this.jdbc = jdbc;
    }

    @AfterEach
    void everythingIsAsItWas() {
        desk.turn("testpush", true, "test");
        jdbc.sql("delete from channels_account where kind is not null").update();
        desk.turn("testpush", false, "test");
        desk.turn("testpush", true, "test");
    }

    @Test
    void listsEveryAccountAndOffersEveryKind() throws Exception {
        String page = open(PAGE);

        assertThat(page).contains("id=\"account-testpush\"", "WhatsApp (Meta)", "Telegram", "USSD");
        assertThat(page).doesNotContain("??");
    }

    @Test
    void anAccountThatIsAddedCountsAtOnceAndItsSecretIsNeverShown() throws Exception {
        assertThat(open(PAGE + "/new?kind=telegram")).contains("Token bot", "Dari BotFather");

        assertThat(makeBot("botkantor").getRedirectedUrl()).isEqualTo(PAGE + "/botkantor");

        assertThat(accounts.find("botkantor"))
                .hasValueSatisfying(account -> assertThat(account.kind()).isEqualTo("telegram"));
        String page = open(PAGE + "/botkantor");
        assertThat(page)
                .contains("/webhooks/botkantor", "Sudah tersimpan", "docs/channels/telegram.md")
                .doesNotContain(TOKEN)
                .doesNotContain("??");
        byte[] stored = jdbc.sql("select settings from channels_account where name = 'botkantor'")
                .query(byte[].class)
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("rahasia");
    }

    @Test
    void aSecretThatIsLeftEmptyStaysAndTheRestChanges() throws Exception {
        makeBot("botkantor");

        MockHttpServletResponse changed = submit(
                PAGE + "/botkantor", "version", version("botkantor"), "s.mode", "polling", "s.webhook-secret", "");

        assertThat(changed.getStatus()).isEqualTo(302);
        assertThat(accounts.find("botkantor").orElseThrow().settings())
                .hasFieldOrPropertyWithValue("botToken", TOKEN)
                .extracting("mode")
                .hasToString("POLLING");
    }

    @Test
    void whoIsSlowerIsToldSo() throws Exception {
        makeBot("botkantor");
        String old = version("botkantor");
        submit(PAGE + "/botkantor", "version", old, "s.mode", "polling");

        MockHttpServletResponse late = submit(PAGE + "/botkantor", "version", old, "s.mode", "webhook");

        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(late.getContentAsString()).contains("Orang lain baru saja mengubah");
    }

    @ParameterizedTest
    @CsvSource({"Bot Kantor, 1 sampai 32 huruf kecil", "testpush, sudah dipakai", "'', 1 sampai 32 huruf kecil"})
    void saysWhatIsWrongWithAName(String name, String said) throws Exception {
        MockHttpServletResponse answer = makeBot(name);

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains(said).doesNotContain(TOKEN);
    }

    @Test
    void saysWhichFieldCannotBeRead() throws Exception {
        MockHttpServletResponse answer =
                submit(PAGE + "/new", "kind", "telegram", "name", "botkantor", "s.mode", "merpati");

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("id=\"f-mode-error\"");
        assertThat(desk.find("botkantor")).isEmpty();
    }

    @Test
    void anAccountThatLacksASecretWaitsForIt() throws Exception {
        submit(PAGE + "/new", "kind", "telegram", "name", "botkantor");

        assertThat(accounts.find("botkantor")).isEmpty();
        assertThat(open(PAGE + "/botkantor")).contains("belum lengkap", "bot-token");
    }

    @Test
    void anAccountIsSwitchedOffAndOnWhereverItIsSet() throws Exception {
        submit(PAGE + "/testpush/switch", "on", "false");
        assertThat(accounts.find("testpush")).isEmpty();
        assertThat(open(PAGE + "/testpush")).contains("dimatikan", "Nyalakan saluran", "diatur di berkas");

        submit(PAGE + "/testpush/switch", "on", "true");
        assertThat(accounts.find("testpush")).isPresent();
    }

    @Test
    void listsAndMapsAreTypedInLines() throws Exception {
        submit(
                PAGE + "/new",
                "kind",
                "http-sms",
                "name",
                "gateway",
                "s.allowed-ips",
                "203.0.113.7\n203.0.113.8",
                "s.inbound.from",
                "from",
                "s.inbound.text",
                "text",
                "s.inbound.id",
                "id",
                "s.outbound.url",
                "https://sms.example.org/send",
                "s.outbound.headers",
                "X-Key: {key}",
                "s.credentials",
                "key: rahasia");

        assertThat(accounts.find("gateway")).isPresent();
        assertThat(open(PAGE + "/gateway"))
                .contains("203.0.113.7\n203.0.113.8", "X-Key: {key}")
                .doesNotContain("key: rahasia");
        assertThat(submit(PAGE + "/new", "kind", "http-sms", "name", "lain", "s.credentials", "tanpa titik dua")
                        .getContentAsString())
                .contains("nama: nilai");
    }

    @ParameterizedTest
    @CsvSource({"0x, angka bulat", "721, angka bulat", "12, Tersimpan"})
    void theAlarmOfSilenceHasALimit(String hours, String said) throws Exception {
        MockHttpServletResponse answer = submit(PAGE + "/testpush/silence", "hours", hours);

        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(open(PAGE + "/testpush").contains("value=\"12\"")).isEqualTo(said.equals("Tersimpan"));
        submit(PAGE + "/testpush/silence", "hours", "");
    }

    private MockHttpServletResponse makeBot(String name) throws Exception {
        return submit(
                PAGE + "/new",
                "kind",
                "telegram",
                "name",
                name,
                "s.bot-token",
                TOKEN,
                "s.webhook-secret",
                "Kata_sandi-42",
                "s.api-base-url",
                "http://127.0.0.1:1");
    }

    private String version(String account) throws Exception {
        Matcher found = VERSION.matcher(open(PAGE + "/" + account));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String open(String path) throws Exception {
        MockHttpServletResponse answer =
                pages.perform(get(path).locale(Locale.of("id"))).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse submit(String path, String... fields) throws Exception {
        MockHttpServletRequestBuilder form = post(path).locale(Locale.of("id")).principal(() -> "dewi");
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return pages.perform(form).andReturn().getResponse();
    }
}
