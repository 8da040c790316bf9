package id.pendopo.channels.web.chat;

import static id.pendopo.channels.web.chat.ChatClient.json;
import static id.pendopo.channels.web.chat.ChatClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Attachments;
import id.pendopo.channels.ChannelsTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Files from upload to download, over real HTTP. */
@ChannelsTest
class ChatUploadTests {

    private final ChatClient client;
    private final Attachments attachments;

    ChatUploadTests(@LocalServerPort int port, Attachments attachments) {
        this.client = new ChatClient(port);
        this.attachments = attachments;
    }

    @Test
    void takesAPhotoForALaterMessage() throws Exception {
        ChatClient.Chat chat = client.begin();

        HttpResponse<String> stored = client.upload(chat, png());

        assertThat(stored.statusCode()).isEqualTo(201);
        assertThat(json(stored).propertyNames()).containsExactly("id", "type", "size");
        assertThat(json(stored).get("type").stringValue()).isEqualTo("image/jpeg");
        String id = json(stored).get("id").stringValue();
        assertThat(client.say(chat, "{\"clientId\": \"a\", \"attachments\": [\"" + id + "\"]}")
                        .body())
                .contains("gema:  1");
        assertThat(problem(client.say(client.begin(), "{\"clientId\": \"a\", \"attachments\": [\"" + id + "\"]}")))
                .isEqualTo("attachment");
    }

    @Test
    void handsAFileOutByItsSignedLinkAloneAndAsADownload() throws Exception {
        HttpResponse<String> stored = client.upload(client.begin(), png());
        String id = json(stored).get("id").stringValue();
        String link = attachments.link(id).orElseThrow();

        HttpResponse<byte[]> file = client.bytes(link);

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment; filename=\"lampiran-")
                .endsWith(".jpg\"");
        assertThat(file.body()).hasSize(json(stored).get("size").intValue());
        for (String broken : List.of("/attachments/" + id, link + "x", link.replace("until=", "until=9"))) {
            assertThat(client.bytes(broken).statusCode()).as(broken).isEqualTo(404);
        }
    }

    @Test
    void refusesWhatIsNoPhotoWhateverItsName() throws Exception {
        HttpResponse<String> refused =
                client.upload(client.begin(), "<svg onload='x'/>".getBytes(StandardCharsets.US_ASCII));

        assertThat(refused.statusCode()).isEqualTo(415);
        assertThat(problem(refused)).isEqualTo("file-type");
    }

    @Test
    void refusesAPhotoThatNobodyCanOpen() throws Exception {
        HttpResponse<String> refused = client.upload(client.begin(), Arrays.copyOf(png(), 20));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(problem(refused)).isEqualTo("file-unreadable");
    }

    @Test
    void refusesMoreThanTenMegabytesAndSaysSo() throws Exception {
        HttpResponse<String> refused = client.upload(client.begin(), new byte[10 * 1024 * 1024 + 1]);

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(problem(refused)).isEqualTo("file-size");
        assertThat(json(refused).get("detail").stringValue()).contains("10 MB");
    }

    @Test
    void saysWhichPartIsMissing() throws Exception {
        ChatClient.Chat chat = client.begin();
        HttpResponse<String> refused = client.multipart(
                chat.path() + "/attachments", List.of(ChatClient.part("foto", "a.png", png())), chat.bearer());

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(problem(refused)).isEqualTo("file-missing");
    }

    private static byte[] png() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
