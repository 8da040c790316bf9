package id.pendopo.channels.instagram;

import static org.assertj.core.api.Assertions.assertThat;

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

/** How files of the desk go to Instagram. */
class InstagramFileSendingTests {

    private final InstagramAdapter adapter =
            new InstagramAdapter(Clock.systemUTC(), URI.create("https://desk.example.org"));
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
                InstagramAdapter.KIND,
                AccountSources.fromMap(
                        adapter,
                        Map.of(
                                "account-id", "109",
                                "access-token", "tok",
                                "app-secret", "s",
                                "verify-token", "v",
                                "api-base-url", meta.address().toString())));
    }

    @Test
    void sendsPicturesAndLinksToEverythingElse() throws SendFailed {
        send(FakeProvider.photo());
        send(Block.Text.of("Ini formulirnya."), FakeProvider.form());

        assertThat(meta.asked()).hasSize(2);
        assertThat(meta.asked().getFirst().body())
                .contains("\"type\":\"image\"", "\"url\":\"https://desk.example.org/f/0123456789ab\"");
        assertThat(meta.asked().getLast().body())
                .contains("Ini formulirnya.", "Formulir F-1.02.pdf", "https://desk.example.org/f/0123456789ab")
                .doesNotContain("attachment");
    }
}
