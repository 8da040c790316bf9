package id.pendopo.channels.whatsapp;

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

/** How files of the desk go to WhatsApp. */
class WhatsAppFileSendingTests {

    private final WhatsAppCloudAdapter adapter = new WhatsAppCloudAdapter(
            Clock.systemUTC(), URI.create("https://desk.example.org"), WhatsAppFileSendingTests::stored);
    private FakeProvider meta;

    @BeforeEach
    void start() throws IOException {
        meta = new FakeProvider("{\"id\": \"MEDIA1\", \"messages\": [{\"id\": \"wamid.OUT\"}]}");
    }

    @AfterEach
    void stop() {
        meta.close();
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
                WhatsAppCloudAdapter.KIND,
                AccountSources.fromMap(
                        adapter,
                        Map.of(
                                "phone-number-id", "109",
                                "access-token", "tok",
                                "app-secret", "s",
                                "verify-token", "v",
                                "api-base-url", meta.address().toString())));
    }

    private static final String MEDIA = "/v23.0/109/media";
    private static final String MESSAGES = "/v23.0/109/messages";
    private static final String REFUSED = "{\"error\": {\"code\": 131053}}";

    @Test
    void uploadsAPictureAndNamesItWithTheWordsBelowIt() throws SendFailed {
        assertThat(send(Block.Text.of("Ini lokasinya."), FakeProvider.photo())).contains("wamid.OUT");

        assertThat(meta.paths()).containsExactly(MEDIA, MESSAGES);
        assertThat(meta.asked().getFirst().type()).startsWith("multipart/form-data; boundary=");
        assertThat(meta.asked().getFirst().body())
                .contains("name=\"messaging_product\"\r\n\r\nwhatsapp\r\n")
                .contains("name=\"type\"\r\n\r\nimage/jpeg\r\n")
                .contains(
                        "name=\"file\"; filename=\"IMG_2034.jpg\"\r\nContent-Type: image/jpeg\r\n\r\nJPEG BYTES\r\n--");
        assertThat(meta.asked().getLast().body())
                .isEqualTo(
                        "{\"messaging_product\":\"whatsapp\",\"recipient_type\":\"individual\",\"to\":\"6281234500011\","
                                + "\"type\":\"image\",\"image\":{\"id\":\"MEDIA1\",\"caption\":\"Petugas Ani:\\nIni lokasinya.\"}}");
    }

    @Test
    void sendsADocumentUnderItsName() throws SendFailed {
        send(Block.Text.of("kata ".repeat(300)), FakeProvider.form());

        assertThat(meta.paths()).containsExactly(MEDIA, MESSAGES, MESSAGES);
        assertThat(meta.asked().get(1).body())
                .contains(
                        "\"type\":\"document\",\"document\":{\"id\":\"MEDIA1\",\"filename\":\"Formulir F-1.02.pdf\"}");
        assertThat(meta.asked().getLast().body()).contains("\"type\":\"text\"").doesNotContain("/f/");
    }

    @Test
    void saysTheWordsWithALinkWhenTheFileIsRefused() throws SendFailed {
        meta.answersOnce(MEDIA, 400, REFUSED);
        send(Block.Text.of("Ini lokasinya."), FakeProvider.photo());
        meta.answersOnce(MESSAGES, 400, REFUSED);
        send(Block.Text.of("Ini lokasinya."), FakeProvider.photo());

        assertThat(meta.paths()).containsExactly(MEDIA, MESSAGES, MEDIA, MESSAGES, MESSAGES);
        assertThat(meta.asked().get(1).body())
                .isEqualTo(meta.asked().get(4).body())
                .contains("\"type\":\"text\"", "Ini lokasinya.", "https://desk.example.org/f/0123456789ab");
    }

    @Test
    void anUploadThatMayHaveArrivedIsMadeAgainAndAMessageIsNot() {
        meta.answersOnce(MEDIA, 0, "");
        assertThatThrownBy(() -> send(FakeProvider.photo())).hasMessageStartingWith("RETRY ");

        meta.answersOnce(MESSAGES, 0, "");
        assertThatThrownBy(() -> send(FakeProvider.photo())).hasMessageStartingWith("UNKNOWN ");
        assertThat(meta.paths()).containsExactly(MEDIA, MEDIA, MESSAGES);
    }
}
