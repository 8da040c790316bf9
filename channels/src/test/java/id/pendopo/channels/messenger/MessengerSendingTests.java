package id.pendopo.channels.messenger;

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
import id.pendopo.channels.adapter.window.ReplyWindow;
import id.pendopo.channels.gateway.accounts.AccountSources;
import id.pendopo.channels.meta.FakeMeta;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire to Messenger, and what its answers mean. */
class MessengerSendingTests {

    private final MessengerAdapter adapter =
            new MessengerAdapter(Clock.systemUTC(), URI.create("https://desk.example.org"));
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
                MessengerAdapter.KIND,
                AccountSources.fromMap(
                        adapter,
                        Map.of(
                                "page-id", "109",
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
                .containsExactly("POST /v23.0/109/messages Bearer tok {\"recipient\":{\"id\":\"6400112233445566\"},"
                        + "\"messaging_type\":\"RESPONSE\",\"message\":{\"text\":\"Buka pukul 08.00\"}}");
    }

    @Test
    void aPersonAtTheDeskMayAnswerForSevenDays() throws Exception {
        adapter.send(account(), FakeMeta.saying(Author.AGENT, Block.Text.of("Sudah kami perbaiki")));
        adapter.send(account(), FakeMeta.saying(Author.DESK, Block.Text.of("Tiket selesai")));

        assertThat(meta.asked().getFirst()).contains("\"messaging_type\":\"MESSAGE_TAG\",\"tag\":\"HUMAN_AGENT\"");
        assertThat(meta.asked().getLast())
                .contains("\"messaging_type\":\"RESPONSE\"")
                .doesNotContain("tag\"");
    }

    @Test
    void withinADayAPersonsAnswerNeedsNoTag() throws Exception {
        Rendered agents = FakeMeta.saying(Author.AGENT, Block.Text.of("Sudah kami perbaiki"));
        Optional<Instant> wrote = Optional.of(Instant.EPOCH);

        adapter.send(account(), FakeMeta.within(ReplyWindow.of(wrote, ReplyWindow.Standing.OPEN), agents));
        adapter.send(account(), FakeMeta.within(ReplyWindow.of(wrote, ReplyWindow.Standing.AGENTS), agents));

        assertThat(meta.asked().getFirst())
                .contains("\"messaging_type\":\"RESPONSE\"")
                .doesNotContain("tag\"");
        assertThat(meta.asked().getLast()).contains("\"messaging_type\":\"MESSAGE_TAG\",\"tag\":\"HUMAN_AGENT\"");
    }

    @Test
    void quickRepliesStandBelowTheLastPieceOfALongText() throws Exception {
        Block choices = new Block.Choices(List.of(new Choice("form:send", "Ya, kirim")));

        adapter.send(account(), FakeMeta.saying(Author.BOT, Block.Text.of("kata ".repeat(500)), choices));

        assertThat(meta.asked()).hasSize(2);
        assertThat(meta.asked().getFirst()).doesNotContain("quick_replies");
        assertThat(meta.asked().getLast())
                .contains(
                        "\"quick_replies\":[{\"content_type\":\"text\",\"title\":\"Ya, kirim\",\"payload\":\"form:send\"}]");
    }

    @ParameterizedTest
    @CsvSource({
        "403, 10, 2018278, WINDOW_CLOSED window",
        "403, 10, 2018065, WINDOW_CLOSED window",
        "400, 551, 1545041, BLOCKED 551",
        "400, 551, 0, BLOCKED 551",
        "403, 10, 2018108, BLOCKED 551",
        "403, 10, 0, RETRY 10",
        "429, 613, 0, LIMITED 613",
        "400, 4, 2018022, LIMITED 4",
        "400, 32, 0, LIMITED 32",
        "500, 1200, 0, RETRY 1200",
        "400, 1200, 0, RETRY 1200",
        "401, 190, 460, RETRY 190",
        "400, 100, 2018001, PERMANENT 100",
        "503, 0, 0, RETRY http 503",
    })
    void readsWhatARefusalMeans(int status, int code, int subCode, String failure) {
        meta.refuses(status, code, subCode);

        assertThatThrownBy(() -> adapter.send(account(), saying("halo")))
                .isInstanceOf(SendFailed.class)
                .hasMessage(failure);
    }

    @Test
    void anAnswerWithoutANameLeavesADoubt() {
        meta.answers(200, "{}");

        assertThatThrownBy(() -> adapter.send(account(), saying("halo"))).hasMessage("UNKNOWN no id");
    }

    @Test
    void marksWhatCameInAsSeenAndShowsThatSomebodyTypes() throws Exception {
        adapter.acknowledge(account(), FakeMeta.request("""
                {"object": "page", "entry": [{"id": "109", "messaging": [
                  {"sender": {"id": "640"}, "recipient": {"id": "109"}, "timestamp": 1796089530123,
                   "message": {"mid": "m_1", "text": "hai"}},
                  {"sender": {"id": "640"}, "recipient": {"id": "109"}, "timestamp": 1796089530124,
                   "message": {"mid": "m_2", "text": "halo"}}]}]}
                """));

        assertThat(meta.asked())
                .hasSize(2)
                .allSatisfy(request -> assertThat(request)
                        .startsWith("POST /v23.0/109/messages Bearer tok ")
                        .contains("\"recipient\":{\"id\":\"640\"}"));
        assertThat(meta.asked().getFirst()).contains("\"sender_action\":\"mark_seen\"");
        assertThat(meta.asked().getLast()).contains("\"sender_action\":\"typing_on\"");
    }

    @Test
    void nobodyIsToldThatAReportWasSeen() throws Exception {
        adapter.acknowledge(account(), FakeMeta.request("""
                {"object": "page", "entry": [{"id": "109", "messaging": [
                  {"sender": {"id": "640"}, "recipient": {"id": "109"}, "read": {"watermark": 1796089530123}}]}]}
                """));

        assertThat(meta.asked()).isEmpty();
    }

    @Test
    void fetchesAFileWithoutTheToken() throws Exception {
        meta.answers(200, "GIF89a");

        assertThat(adapter.fetch(account(), new Attachment("image/gif", meta.url() + "/v/1.gif")))
                .isEqualTo("GIF89a".getBytes(StandardCharsets.UTF_8));
        assertThat(meta.asked()).containsExactly("GET /v/1.gif null ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com/1.gif",
                "https://fbcdn.net.evil.example/1.gif",
                "http://scontent.xx.fbcdn.net/1.gif",
                "http://169.254.169.254/latest/meta-data/",
                "/reel/17/"
            })
    void fetchesNothingFromElsewhere(String url) {
        assertThatThrownBy(() -> adapter.fetch(account(), new Attachment("image/gif", url)))
                .isInstanceOf(AttachmentRefused.class);
    }
}
