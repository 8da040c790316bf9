package id.pendopo.channels.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.InboundEvent;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.adapter.Adapters;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.adapter.WebhookRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KioskAdapterTests {

    private final ChannelAdapter adapter = Adapters.byKind().get("kiosk");
    private final ChannelAccount hall =
            new ChannelAccount("hall", "kiosk", new KioskProperties("rahasia", URI.create("/")));

    @Test
    void takesWhatAKioskSends() throws WebhookRejected {
        List<InboundEvent> events = adapter.receive(
                        hall, request("rahasia", "{\"visit\": \"7\", \"id\": \"7-1\", \"text\": \"ktp hilang\"}"))
                .events();

        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        InboundMessage.class, said -> assertThat(said.text()).isEqualTo("ktp hilang"));
    }

    @Test
    void refusesWhoDoesNotKnowTheSecretAndWhatIsNoMessage() {
        assertThatThrownBy(() -> adapter.receive(hall, request("tebakan", "{}")))
                .isInstanceOfSatisfying(
                        WebhookRejected.class,
                        rejected -> assertThat(rejected.status()).isEqualTo(403));
        assertThatThrownBy(() -> adapter.receive(hall, request("rahasia", "{}")))
                .isInstanceOfSatisfying(
                        WebhookRejected.class,
                        rejected -> assertThat(rejected.status()).isEqualTo(400));
    }

    private static WebhookRequest request(String secret, String body) {
        return new WebhookRequest(
                "hall",
                "POST",
                URI.create("https://desk.example"),
                "",
                "",
                Map.of("x-kiosk-secret", List.of(secret)),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
