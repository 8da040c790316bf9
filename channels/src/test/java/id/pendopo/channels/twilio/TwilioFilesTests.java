package id.pendopo.channels.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import id.pendopo.channels.AttachmentRefused;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioFilesTests {

    private static final String MEDIA = "/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1";

    private final TwilioFiles files = new TwilioFiles();

    @Test
    void asksTwilioWithTheAccountsToken() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer twilio = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        twilio.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(200, 3);
            exchange.getResponseBody().write(new byte[] {1, 2, 3});
            exchange.close();
        });
        twilio.start();
        try {
            URI api = URI.create("http://127.0.0.1:" + twilio.getAddress().getPort());

            assertThat(files.fetch(account(api), api + MEDIA)).containsExactly(1, 2, 3);
        } finally {
            twilio.stop(0);
        }
        assertThat(asked).containsExactly(MEDIA + " Basic QUMxOnRva2Vu");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.twilio.com.evil.example/a.png",
                "https://api.twilio.com@evil.example/a.png",
                "http://api.twilio.com/a.png",
                "https://s3-external-1.amazonaws.com.evil.example/a.png",
                "https://other-bucket.s3.amazonaws.com/a.png",
                "http://169.254.169.254/latest/meta-data/",
                "lampu.jpg"
            })
    void looksNowhereElse(String address) {
        assertThatThrownBy(() -> files.fetch(account(URI.create("https://api.twilio.com")), address))
                .isInstanceOfSatisfying(
                        AttachmentRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(AttachmentRefused.Reason.ELSEWHERE));
    }

    private static TwilioAccount account(URI api) {
        return new Account("AC1", "token", "+622155500112", api);
    }

    private record Account(String accountSid, String authToken, String from, URI apiBaseUrl) implements TwilioAccount {}
}
