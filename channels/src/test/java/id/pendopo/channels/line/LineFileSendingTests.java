package id.pendopo.channels.line;

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

/** How files of the desk go to LINE. */
class LineFileSendingTests {

    private final LineAdapter adapter = new LineAdapter(Clock.systemUTC(), URI.create("https://desk.example.org"));
    private FakeProvider line;

    @BeforeEach
    void start() throws IOException {
        line = new FakeProvider("{\"sentMessages\": [{\"id\": \"5261\"}]}");
    }

    @AfterEach
    void stop() {
        line.close();
    }

    private static Optional<String> send(LineAdapter adapter, FakeProvider line, Block... blocks) throws SendFailed {
        String here = line.address().toString();
        ChannelAccount account = new ChannelAccount(
                "line",
                LineAdapter.KIND,
                AccountSources.fromMap(
                        adapter,
                        Map.of(
                                "channel-secret",
                                "s",
                                "access-token",
                                "tok",
                                "api-base-url",
                                here,
                                "data-base-url",
                                here)));
        return adapter.send(account, new Rendered(42, FakeProvider.replying(blocks)));
    }

    @Test
    void showsAPictureAheadOfTheWords() throws SendFailed {
        assertThat(send(adapter, line, Block.Text.of("Ini lokasinya."), FakeProvider.photo()))
                .contains("5261");

        assertThat(line.asked())
                .singleElement()
                .satisfies(request -> assertThat(request.body())
                        .contains(
                                "{\"type\":\"image\",\"originalContentUrl\":\"https://desk.example.org/f/0123456789ab\","
                                        + "\"previewImageUrl\":\"https://desk.example.org/f/0123456789ab?preview=true\"},"
                                        + "{\"type\":\"text\",\"text\":\"Petugas Ani:\\nIni lokasinya.\"}"));
    }

    @Test
    void linksToADocumentAndToWhatLinesPhonesCouldNotOpen() throws SendFailed {
        send(adapter, line, Block.Text.of("Ini formulirnya."), FakeProvider.form());
        send(new LineAdapter(Clock.systemUTC(), URI.create("http://desk.example.org")), line, FakeProvider.photo());

        assertThat(line.asked()).hasSize(2).noneMatch(request -> request.body().contains("\"image\""));
        assertThat(line.asked().getFirst().body()).contains("https://desk.example.org/f/0123456789ab");
        assertThat(line.asked().getLast().body()).contains("http://desk.example.org/f/0123456789ab");
    }

    @Test
    void saysTheWordsWithALinkWhenLineRefusesThePicture() throws SendFailed {
        line.answersOnce("/v2/bot/message/push", 400, "{\"message\": \"A message is invalid\"}");

        send(adapter, line, Block.Text.of("Ini lokasinya."), FakeProvider.photo());

        assertThat(line.asked()).hasSize(2);
        assertThat(line.asked().getLast().body())
                .contains("Ini lokasinya.", "Buka berkasnya dalam 7 hari: https://desk.example.org/f/0123456789ab")
                .doesNotContain("\"image\"");
    }
}
