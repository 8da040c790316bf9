package id.pendopo.channels.line;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.ChannelContract;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.HmacSha256;
import id.pendopo.channels.adapter.WebhookRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LineContractTests extends ChannelContract {

    private static final String SECRET = "8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c3d";
    private static final Instant NOW = Instant.parse("2026-12-01T02:00:00Z");

    @Override
    protected ChannelAdapter adapter() {
        return new LineAdapter(Clock.fixed(NOW, ZoneOffset.UTC), URI.create("https://desk.example.org"));
    }

    @Override
    protected Map<String, String> account() {
        return Map.of(
                "channel-secret", SECRET,
                "access-token", "token-yang-panjang",
                "api-base-url", "https://api.example.org",
                "data-base-url", "https://data.example.org");
    }

    @Override
    protected Set<String> moreCases() {
        return Set.of(
                "without-events",
                "image",
                "image-that-lies-elsewhere",
                "location",
                "postback",
                "unsend",
                "unfollow",
                "in-a-group",
                "standby",
                "without-user",
                "redelivered");
    }

    @Override
    protected boolean reportsDelivery() {
        return false;
    }

    @Override
    protected String signature(WebhookRequest request) {
        return Base64.getEncoder().encodeToString(new HmacSha256(SECRET).of(request.body()));
    }

    /** Computed with OpenSSL, so that our own helper does not vouch for itself. */
    @Test
    void signsAsOthersDo() {
        byte[] signature = new HmacSha256(SECRET).of("{\"events\": []}".getBytes());

        assertThat(Base64.getEncoder().encodeToString(signature))
                .isEqualTo("8f26HgT1SkbR5M6TFn8A7pbN9ozA9J1UjF8GzK+T7QM=");
    }

    @Test
    void thanksWithoutWords() throws Exception {
        var answer = adapter()
                .receive(bound(account()), request("without-events"))
                .fixed()
                .orElseThrow();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void canBeAnsweredForALittleLessThanAMinute() throws Exception {
        assertThat(message("text").replyHandle())
                .contains(new InboundMessage.ReplyHandle("c0ffee5ad1f04b6e9d2b7a1e3f4c5d6e", NOW.plusSeconds(50)));
        assertThat(message("text").toString()).doesNotContain("c0ffee");
    }

    @Test
    void namesAMessageAsItsWithdrawalWill() throws Exception {
        assertThat(message("text").named()).contains(new InboundMessage.Named("526178390142353410", Optional.empty()));
        assertThat(message("several-images").named())
                .contains(new InboundMessage.Named("526178390142353411", Optional.of("E005D41A")));
    }

    private InboundMessage message(String name) throws Exception {
        List<?> events = adapter().receive(bound(account()), request(name)).events();
        return (InboundMessage) events.getFirst();
    }
}
