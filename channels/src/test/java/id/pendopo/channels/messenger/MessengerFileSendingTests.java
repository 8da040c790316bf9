package id.pendopo.channels.messenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.FakeProvider;
import id.pendopo.channels.adapter.ChannelAdapter.Rendered;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.gateway.accounts.AccountSources;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How files of the desk go to Messenger. */
class MessengerFileSendingTests {

    private final MessengerAdapter adapter =
            new MessengerAdapter(Clock.systemUTC(), URI.create("https://desk.example.org"));
    private FakeProvider meta;

    @BeforeEach
    void start() throws IOException {
        meta = new FakeProvider("{\"recipient_id\": \"640\", \"message_id\": \"m_OUT\"}");
    }

    @AfterEach
    void stop() {
        meta.close();
    }

    private Optional<String> send(Block... blocks) throws SendFailed {
        return adapter.send(account(), new Rendered(42, FakeProvider.replying(blocks)));
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
                                "api-base-url", meta.address().toString())));
    }

    @Test
    void namesWhereMetaFindsThePictureAndSaysTheWordsBehindIt() throws SendFailed {
        assertThat(send(Block.Text.of("Ini lokasinya."), FakeProvider.photo())).contains("m_OUT");

        assertThat(meta.asked()).hasSize(2);
        assertThat(meta.asked().getFirst().body())
                .startsWith(
                        "{\"recipient\":{\"id\":\"6281234500011\"},\"messaging_type\":\"MESSAGE_TAG\",\"tag\":\"HUMAN_AGENT\"")
                .contains(
                        "\"type\":\"image\"",
                        "\"url\":\"https://desk.example.org/f/0123456789ab\"",
                        "\"is_reusable\":false");
        assertThat(meta.asked().getLast().body())
                .contains("Petugas Ani:\\nIni lokasinya.")
                .doesNotContain("/f/");
    }

    @Test
    void sendsADocumentAsAFile() throws SendFailed {
        send(FakeProvider.form());

        assertThat(meta.asked())
                .singleElement()
                .satisfies(request -> assertThat(request.body()).contains("\"type\":\"file\""));
    }

    @Test
    void saysTheWordsWithALinkWhenMetaRefusesTheFile() throws SendFailed {
        meta.answersOnce("/v23.0/109/messages", 400, "{\"error\": {\"code\": 100, \"error_subcode\": 2018047}}");

        send(Block.Text.of("Ini lokasinya."), FakeProvider.photo());

        assertThat(meta.asked()).hasSize(2);
        assertThat(meta.asked().getLast().body())
                .contains("Ini lokasinya.", "Buka berkasnya dalam 7 hari: https://desk.example.org/f/0123456789ab");
    }

    @Test
    void triesNothingElseAfterACut() {
        meta.answersOnce("/v23.0/109/messages", 0, "");

        assertThatThrownBy(() -> send(FakeProvider.photo())).hasMessageStartingWith("UNKNOWN ");
        assertThat(meta.asked()).hasSize(1);
    }
}
