package id.pendopo.channels.email;

import id.pendopo.channels.adapter.WebhookRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Mails of citizens, for tests. */
final class Mails {

    private Mails() {}

    static WebhookRequest request(byte[] mail) {
        return new WebhookRequest("line", "POST", URI.create("https://desk.example.org"), "", "", Map.of(), mail);
    }

    static byte[] with(String header, String value) {
        return (header + ": " + value
                        + "\r\nFrom: a@surat.example\r\nTo: layanan@kota.example\r\nSubject: Tanya\r\n"
                        + "Message-ID: <tanya@surat.example>\r\n\r\nKapan kantor buka?\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
