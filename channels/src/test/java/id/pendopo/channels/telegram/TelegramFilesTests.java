package id.pendopo.channels.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import id.pendopo.channels.Address;
import id.pendopo.channels.Attachment;
import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.Attachments;
import id.pendopo.channels.Attachments.Standing;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.Inbox;
import id.pendopo.channels.TestConversations;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files that citizens send, from the message that tells of them to the link that opens them. */
@TelegramTest
class TelegramFilesTests {

    private static final FakeTelegram TELEGRAM = TelegramTest.Bots.CALLING;

    /** The head of a voice note: an Ogg page that holds Opus' own head. */
    private static final byte[] VOICE =
            Base64.getDecoder().decode("T2dnUwACAAAAAAAAAAABAAAAAAAAAAAAAAABE09wdXNIZWFkAQE4AYA+AAAAAAA=");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String desk;
    private final Inbox inbox;
    private final Attachments attachments;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TestConversations conversations;
    private final long chat = Updates.next() * 10;
    private final Address siti = new Address("tgcalled", String.valueOf(chat));

    TelegramFilesTests(
            @LocalServerPort int port,
            Inbox inbox,
            Attachments attachments,
            JdbcClient jdbc,
            Clock clock,
            TestConversations conversations) {
        this.conversations = conversations;
        this.desk = "http://127.0.0.1:" + port;
        this.inbox = inbox;
        this.attachments = attachments;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Test
    void drawsAPhotoAnewAndKeepsIt() throws Exception {
        TELEGRAM.holds("foto", "photos/file_1.jpg", photo("di rumah Bu Siti"));

        post(Updates.photo(Updates.next(), chat, "foto", Map.of("caption", "lubang")));

        Standing standing = settled();
        assertThat(standing.state()).isEqualTo(Standing.State.STORED);
        assertThat(standing.type()).isEqualTo("image/jpeg");
        HttpResponse<String> file = open();
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(file.body()).doesNotContain("di rumah Bu Siti");
        assertThat(jdbc.sql("select count(*) from channels_attachment where ref = 'foto'")
                        .query(Long.class)
                        .single())
                .as("what Telegram calls it is forgotten")
                .isZero();
    }

    @Test
    void keepsAVoiceNote() throws Exception {
        TELEGRAM.holds("suara", "voice/file_2.oga", VOICE);

        post(Updates.message(
                Updates.next(), chat, Map.of("voice", Map.of("file_id", "suara", "mime_type", "audio/ogg"))));

        assertThat(settled())
                .returns(Standing.State.STORED, Standing::state)
                .returns("audio/ogg", Standing::type)
                .returns((long) VOICE.length, Standing::size);
    }

    @Test
    void keepsNoFileWhoseContentItDoesNotKnowWhateverItIsCalled() throws Exception {
        TELEGRAM.holds("surat", "documents/file_3.pdf", "MZ\u0090 program".getBytes(StandardCharsets.ISO_8859_1));

        post(Updates.message(
                Updates.next(),
                chat,
                Map.of(
                        "document",
                        Map.of("file_id", "surat", "mime_type", "application/pdf", "file_name", "surat.pdf"))));

        assertThat(settled().refused()).contains(AttachmentRefused.Reason.TYPE);
        assertThat(attachments.link(id())).isEmpty();
        assertThat(conversations.refused()).containsEntry(siti, AttachmentRefused.Reason.TYPE);
    }

    @Test
    void triesAgainFiveTimesAndThenSaysSo() throws Exception {
        TELEGRAM.answers("getFile", 500, "{\"ok\": false, \"error_code\": 500}");
        post(Updates.photo(Updates.next(), chat, "hilang", Map.of()));

        await().atMost(Duration.ofSeconds(60)).until(this::isGivenUp);

        assertThat(settled().refused()).contains(AttachmentRefused.Reason.UNREACHABLE);
        assertThat(attempts()).isEqualTo(5);
    }

    @Test
    void doesNotEvenAskForWhatIsTooLarge() {
        TELEGRAM.answers(
                "getFile", 200, "{\"ok\": true, \"result\": {\"file_size\": 10485761, \"file_path\": \"a/b\"}}");
        assertThat(refusal()).isEqualTo(AttachmentRefused.Reason.TOO_LARGE);

        TELEGRAM.answers(
                "getFile",
                400,
                "{\"ok\": false, \"error_code\": 400, \"description\": \"Bad Request: file is too big\"}");
        assertThat(refusal()).isEqualTo(AttachmentRefused.Reason.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/passwd",
                "../../bot/getMe",
                "photos/../../x",
                "//evil.example/a",
                "https://evil.example/a",
                "a?b",
                "a#b",
                "a%2e%2e/b",
                "a\\\\b"
            })
    void followsNoPathThatLeadsElsewhere(String path) {
        TELEGRAM.answers("getFile", 200, "{\"ok\": true, \"result\": {\"file_path\": \"" + path + "\"}}");

        assertThat(refusal()).isEqualTo(AttachmentRefused.Reason.ELSEWHERE);
    }

    private static AttachmentRefused.Reason refusal() {
        TelegramAdapter adapter = new TelegramAdapter(Clock.systemUTC(), URI.create("https://desk.example.org"));
        ChannelAccount account = new ChannelAccount(
                "tgcalled",
                "telegram",
                new TelegramProperties(FakeTelegram.TOKEN, "x", TelegramProperties.Mode.WEBHOOK, TELEGRAM.address()));
        AttachmentRefused refused = catchThrowableOfType(
                AttachmentRefused.class, () -> adapter.fetch(account, new Attachment("image/jpeg", "id")));
        return refused.reason();
    }

    private Standing settled() {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> attachments.standing(id()).orElseThrow().state() != Standing.State.EXPECTED);
        return attachments.standing(id()).orElseThrow();
    }

    /** Once a try has failed its file waits 5, 15, 45 or 135 s; while it is under way it is held for a minute. */
    /** Makes a try that waits due at once, but not one that is under way; its right to be fetched ends after a minute. */
    private boolean isGivenUp() {
        jdbc.sql("""
                update channels_attachment set due_at = due_at - interval '1 hour'
                 where address = :address and state = 'EXPECTED'
                   and due_at > :now::timestamptz and due_at - :now::timestamptz not between interval '46 s' and interval '60 s'
                """)
                .param("address", siti.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("select state = 'REFUSED' from channels_attachment where address = :address")
                .param("address", siti.value())
                .query(Boolean.class)
                .single();
    }

    private int attempts() {
        return jdbc.sql("select attempts from channels_attachment where address = :address")
                .param("address", siti.value())
                .query(Integer.class)
                .single();
    }

    private String id() {
        return inbox.latest(siti, 1).getFirst().attachments().getFirst().ref();
    }

    private HttpResponse<String> open() throws IOException, InterruptedException {
        String link = attachments.link(id()).orElseThrow();
        return http.send(
                HttpRequest.newBuilder(URI.create(desk + link)).build(),
                BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
    }

    private void post(String update) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(desk + "/webhooks/tgcalled"))
                .header("Content-Type", "application/json")
                .header("X-Telegram-Bot-Api-Secret-Token", TelegramTest.Bots.SECRET)
                .POST(HttpRequest.BodyPublishers.ofString(update))
                .build();
        assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    }

    /** A JPEG with a comment that tells where it was taken. */
    private static byte[] photo(String where) throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
        byte[] plain = jpeg.toByteArray();
        byte[] comment = where.getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream photo = new ByteArrayOutputStream();
        photo.write(plain, 0, 2);
        photo.write(new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) (comment.length + 2)});
        photo.write(comment);
        photo.write(plain, 2, plain.length - 2);
        return photo.toByteArray();
    }
}
