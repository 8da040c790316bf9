package id.pendopo.channels.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.LineContract;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.TurnAnswer;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.adapter.WebhookRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebAdapterContractTests extends LineContract {

    @Override
    protected ChannelAdapter adapter() {
        return new WebAdapter();
    }

    @Override
    protected Map<String, String> account() {
        return Map.of("allowed-origins", "https://www.kota.example", "time-zone", "Asia/Makassar");
    }

    @Test
    void hasNoWebhook() {
        WebhookRequest request = new WebhookRequest(
                "line",
                "POST",
                URI.create("https://desk.example"),
                "",
                "",
                Map.of(),
                "{}".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> adapter().receive(bound(account()), request))
                .isInstanceOfSatisfying(
                        WebhookRejected.class,
                        rejected -> assertThat(rejected.status()).isEqualTo(404));
    }

    @Test
    void namesTheTurnEvenWhenNothingIsSaid() {
        assertThat(new String(
                        adapter()
                                .render(bound(account()), new TurnAnswer(Optional.empty(), 7, List.of()))
                                .body(),
                        StandardCharsets.UTF_8))
                .isEqualTo("{\"turn\":7,\"replies\":[]}");
    }

    @Test
    void refusesASiteWithAPath() {
        assertThatThrownBy(() -> bound(Map.of("allowed-origins", "https://www.kota.example/berita")))
                .rootCause()
                .hasMessageContaining("without a path");
    }

    @Test
    void countsCharactersNotTheirSize() {
        assertThat(ChannelAccounts.Meter.of(adapter().capabilities(), "😀é").used())
                .isEqualTo(2);
    }
}
