package id.pendopo.channels.gateway.limits.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.pendopo.channels.ChannelsTest;
import id.pendopo.channels.Limits;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What an administrator sees and changes. */
@ChannelsTest
class LimitsPageTests {

    private final MockMvc pages;
    private final Limits.Values limits;
    private final JdbcClient jdbc;

    LimitsPageTests(WebApplicationContext context, Limits.Values limits, JdbcClient jdbc) {
        this.pages = MockMvcBuilders.webAppContextSetup(context).build();
        this.limits = limits;
        this.jdbc = jdbc;
    }

    @AfterEach
    void everythingIsAsItWas() throws Exception {
        jdbc.sql("delete from channels_spending").update();
        jdbc.sql("delete from channels_line_terms").update();
        submit("/admin/limits", "limit", "chat-messages", "value", "");
    }

    @Test
    void showsEveryLineAndEveryLimitInWords() throws Exception {
        String page = open("/admin/limits");

        assertThat(page).contains("testpush", "Pesan per menit", "120", "semua negara", "tanpa batas");
        assertThat(page).doesNotContain("??").containsOnlyOnce("id=\"limit-chat-messages\"");
        assertThat(open("/admin/limits/lines/testpush"))
                .contains("Batas biaya per hari")
                .doesNotContain("??");
    }

    @Test
    void aChangedLimitAppliesAtOnceAndAnEmptyOneIsTheDefault() throws Exception {
        assertThat(submit("/admin/limits", "limit", "chat-messages", "value", "7")
                        .getStatus())
                .isEqualTo(302);
        assertThat(limits.of("chat-messages")).isEqualTo(7);

        submit("/admin/limits", "limit", "chat-messages", "value", "");

        assertThat(limits.of("chat-messages")).isEqualTo(60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "100001", "x", "1.5", "99999999999999999999"})
    void saysWhatToDoWithANumberThatIsNone(String typed) throws Exception {
        MockHttpServletResponse answer = submit("/admin/limits", "limit", "chat-messages", "value", typed);

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("Angka belum disimpan");
        assertThat(limits.of("chat-messages")).isEqualTo(60);
    }

    @Test
    void aLineHasAPriceACeilingAndCountries() throws Exception {
        submit(
                "/admin/limits/lines/testpush",
                "price",
                "450",
                "ceiling",
                "100000,5",
                "countries",
                "id, my",
                "abroad",
                "my=900");

        String page = open("/admin/limits/lines/testpush");
        assertThat(page).contains("100.000,5", "ID, MY", "MY=900", "Naikkan batas untuk hari ini");
        assertThat(submit("/admin/limits/lines/testpush/raise", "amount", "50").getStatus())
                .isEqualTo(302);
        assertThat(open("/admin/limits/lines/testpush")).contains("100.050,5");
    }

    @ParameterizedTest
    @CsvSource({"x,,,", "-1,,,", ",x,,", ",,ZZ,", ",,Malaysia,", ",,,MY", ",,,ZZ=1", ",,,MY=x", "1.23456,,,"})
    void saysWhatToDoWithTermsThatAreNone(String price, String ceiling, String countries, String abroad)
            throws Exception {
        MockHttpServletResponse answer = submit(
                "/admin/limits/lines/testpush",
                "price",
                or(price),
                "ceiling",
                or(ceiling),
                "countries",
                or(countries),
                "abroad",
                or(abroad));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("Belum disimpan");
    }

    @Test
    void knowsNoLineThatThereIsNot() throws Exception {
        assertThat(pages.perform(get("/admin/limits/lines/nowhere"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        assertThat(submit("/admin/limits/lines/nowhere", "price", "1").getStatus())
                .isEqualTo(404);
    }

    private static String or(String typed) {
        return typed == null ? "" : typed;
    }

    private String open(String path) throws Exception {
        return pages.perform(get(path).locale(Locale.of("id")))
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse submit(String path, String... form) throws Exception {
        var request = post(path).locale(Locale.of("id")).principal(() -> "dewi");
        for (int i = 0; i < form.length; i += 2) {
            request.param(form[i], form[i + 1]);
        }
        MockHttpServletResponse response = pages.perform(request).andReturn().getResponse();
        response.setCharacterEncoding("UTF-8");
        return response;
    }
}
