package id.pendopo.channels.instagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.channels.Attachment;
import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.Choice;
import id.pendopo.channels.OutboundMessage.Author;
import id.pendopo.channels.adapter.ChannelAdapter.Rendered;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.gateway.accounts.AccountSources;
import id.pendopo.channels.meta.FakeMeta;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire to Instagram, and what its answers mean. */
class InstagramSendingTests {

    private final InstagramAdapter adapter =
            new InstagramAdapter(Clock.systemUTC(), URI.create("https://desk.example.org"));
    private FakeMeta meta;

    @BeforeEach
    void startMeta() throws IOException {
        meta = new FakeMeta();
    }

    @AfterEach
    void stopMeta() {
        meta.close();
    }

    private ChannelAccount account() {
        return new ChannelAccount(
                "line",
                InstagramAdapter.KIND,
                AccountSources.fromMap(
                        adapter,
                        Map.of(
                                "account-id", "109",
                                "access-token", "tok",
                                "app-secret", "s",
                                "verify-token", "v",
                                "api-base-url", meta.url())));
    }

    private static Rendered saying(String text) {
        return FakeMeta.saying(Author.BOT, Block.Text.of(text));
    }

    @Test
    void postsATextAsAnAnswerWithTheToken() throws Exception {
        assertThat(adapter.send(account(), saying("Buka pukul 08.00"))).contains("m_OUT");

        assertThat(meta.asked())
                .containsExactly("POST /v23.0/me/messages Bearer tok {\"recipient\":{\"id\":\"6400112233445566\"},"
                        + "\"messaging_type\":\"RESPONSE\",\"message\":{\"text\":\"Buka pukul 08.00\"}}");
    }

    @Test
    void aPersonAtTheDeskMayAnswerForSevenDays() throws Exception {
        adapter.send(account(), FakeMeta.saying(Author.AGENT, Block.Text.of("Sudah kami perbaiki")));

        assertThat(meta.asked().getFirst()).contains("\"messaging_type\":\"MESSAGE_TAG\",\"tag\":\"HUMAN_AGENT\"");
    }

    @Test
    void aTextOfMoreThanAThousandBytesGoesInPieces() throws Exception {
        Block choices = new Block.Choices(List.of(new Choice("form:send", "Ya, kirim")));

        adapter.send(account(), FakeMeta.saying(Author.BOT, Block.Text.of("é".repeat(501)), choices));

        assertThat(meta.asked()).hasSize(2);
        assertThat(meta.asked().getFirst())
                .contains("\"" + "é".repeat(500) + "\"")
                .doesNotContain("quick_replies");
        assertThat(meta.asked().getLast()).contains("\"text\":\"é\"", "quick_replies");
    }

    @ParameterizedTest
    @CsvSource({
        "403, 10, 2534022, WINDOW_CLOSED window",
        "403, 10, 2018278, WINDOW_CLOSED window",
        "400, 551, 0, BLOCKED 551",
        "429, 613, 0, LIMITED 613",
        "401, 190, 0, RETRY 190",
    })
    void readsWhatARefusalMeans(int status, int code, int subCode, String failure) {
        meta.refuses(status, code, subCode);

        assertThatThrownBy(() -> adapter.send(account(), saying("halo")))
                .isInstanceOf(SendFailed.class)
                .hasMessage(failure);
    }

    @Test
    void fetchesAFileWithoutTheToken() throws Exception {
        meta.answers(200, "GIF89a");

        assertThat(adapter.fetch(account(), new Attachment("image/gif", meta.url() + "/v/1.gif")))
                .isEqualTo("GIF89a".getBytes(StandardCharsets.UTF_8));
        assertThat(meta.asked()).containsExactly("GET /v/1.gif null ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example.com/1.gif", "https://lookaside.fbsbx.com.evil.example/", "/reel/17/"})
    void fetchesNothingFromElsewhere(String url) {
        assertThatThrownBy(() -> adapter.fetch(account(), new Attachment("image/gif", url)))
                .isInstanceOf(AttachmentRefused.class);
    }
}
