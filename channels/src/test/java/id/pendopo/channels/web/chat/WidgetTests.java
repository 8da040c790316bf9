package id.pendopo.channels.web.chat;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.ChannelsTest;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ChannelsTest
class WidgetTests {

    private final ChatClient client;

    WidgetTests(@LocalServerPort int port) {
        this.client = new ChatClient(port);
    }

    @Test
    void isAScriptOfFewKilobytes() throws Exception {
        HttpResponse<String> widget = client.get("/widget.js");

        assertThat(widget.statusCode()).isEqualTo(200);
        assertThat(widget.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/javascript");
        assertThat(compressed(widget.body())).isLessThan(8 * 1024);
    }

    @Test
    void opensNoFrameAndWritesNoMarkup() throws Exception {
        assertThat(client.get("/widget.js").body())
                .doesNotContain(
                        "iframe", "innerHTML", "insertAdjacentHTML", "document.write", "eval(", "document.cookie")
                .contains("attachShadow", "Authorization");
    }

    /** A browser tells a script of another site only that it failed: the script must find out by itself why. */
    @Test
    void saysWhenTheSiteIsNotRegistered() throws Exception {
        assertThat(client.get("/widget.js").body())
                .contains("mode: \"no-cors\"", "allowed-origins", "Obrolan belum diizinkan di situs ini");
    }

    private static int compressed(String text) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
