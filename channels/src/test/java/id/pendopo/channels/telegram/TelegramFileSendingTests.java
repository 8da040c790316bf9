package id.pendopo.channels.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.channels.Attachment;
import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.FakeProvider;
import id.pendopo.channels.adapter.ChannelAdapter.Rendered;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.StoredFiles;
import id.pendopo.channels.gateway.accounts.AccountSources;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How files of the desk go to Telegram. */
class TelegramFileSendingTests {

    private final TelegramAdapter adapter = new TelegramAdapter(
            Clock.systemUTC(), URI.create("https://desk.example.org"), TelegramFileSendingTests::stored);
    private FakeProvider telegram;

    @BeforeEach
    void start() throws IOException {
        telegram = new FakeProvider("{\"ok\": true, \"result\": {\"message_id\": 1001}}");
    }

    @AfterEach
    void stop() {
        telegram.close();
    }

    private static Optional<StoredFiles.Content> stored(Attachment file) {
        boolean photo = file.equals(FakeProvider.PHOTO);
        return Optional.of(new StoredFiles.Content(
                file.type(),
                photo ? "IMG_2034.jpg" : "Formulir F-1.02.pdf",
                (photo ? "JPEG BYTES" : "PDF BYTES").getBytes(StandardCharsets.UTF_8)));
    }

    private Optional<String> send(Block... blocks) throws SendFailed {
        return adapter.send(account(), new Rendered(42, FakeProvider.replying(blocks)));
    }

    private ChannelAccount account() {
        return new ChannelAccount(
                "line",
                TelegramAdapter.KIND,
                AccountSources.fromMap(
                        adapter,
                        Map.of(
                                "bot-token",
                                FakeTelegram.TOKEN,
                                "webhook-secret",
                                "rahasia-yang-panjang-sekali-1234",
                                "api-base-url",
                                telegram.address().toString())));
    }

    private static String method(String name) {
        return "/bot" + FakeTelegram.TOKEN + "/" + name;
    }

    @Test
    void sendsAPictureWithTheWordsBelowIt() throws SendFailed {
        assertThat(send(Block.Text.of("Ini lokasinya."), FakeProvider.photo())).contains("1001");

        assertThat(telegram.asked()).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo(method("sendPhoto"));
            assertThat(request.type()).startsWith("multipart/form-data; boundary=");
            assertThat(request.body())
                    .contains("name=\"chat_id\"", "6281234500011")
                    .contains("name=\"photo\"; filename=\"IMG_2034.jpg\"", "image/jpeg", "JPEG BYTES")
                    .contains("name=\"caption\"", "Petugas Ani:\nIni lokasinya.");
        });
    }

    @Test
    void sendsADocumentAndWordsTooLongForACaptionBehindIt() throws SendFailed {
        send(Block.Text.of("kata ".repeat(300)), FakeProvider.form());

        assertThat(telegram.paths()).containsExactly(method("sendDocument"), method("sendmessage"));
        assertThat(telegram.asked().getFirst().body())
                .contains("name=\"document\"; filename=\"Formulir F-1.02.pdf\"", "application/pdf", "PDF BYTES")
                .doesNotContain("caption");
        assertThat(telegram.asked().getLast().body()).contains("kata kata").doesNotContain("/f/");
    }

    @Test
    void saysTheWordsWithALinkWhenTelegramRefusesTheFile() throws SendFailed {
        telegram.answersOnce(method("sendPhoto"), 400, "{\"ok\": false, \"error_code\": 400}");

        send(Block.Text.of("Ini lokasinya."), FakeProvider.photo());

        assertThat(telegram.paths()).containsExactly(method("sendPhoto"), method("sendmessage"));
        assertThat(telegram.asked().getLast().body())
                .contains("Ini lokasinya.", "Buka berkasnya dalam 7 hari: https://desk.example.org/f/0123456789ab");
    }

    @Test
    void triesNothingElseAfterACut() {
        telegram.answersOnce(method("sendPhoto"), 0, "");

        assertThatThrownBy(() -> send(Block.Text.of("Ini lokasinya."), FakeProvider.photo()))
                .isInstanceOfSatisfying(
                        SendFailed.class, failed -> assertThat(failed.outcome()).isEqualTo(SendFailed.Outcome.UNKNOWN));
        assertThat(telegram.asked()).hasSize(1);
    }

    @Test
    void doesNotBeginAgainWhenAFileWentAndTheNextDidNot() {
        telegram.answersOnce(method("sendDocument"), 429, "{\"ok\": false, \"error_code\": 429}");

        assertThatThrownBy(() -> send(FakeProvider.photo(), FakeProvider.form()))
                .isInstanceOf(SendFailed.class)
                .hasMessage("PERMANENT in part");
    }
}
