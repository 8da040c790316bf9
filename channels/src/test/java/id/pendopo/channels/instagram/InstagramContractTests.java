package id.pendopo.channels.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.meta.MetaContract;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InstagramContractTests extends MetaContract {

    private static final String SECRET = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

    @Override
    protected ChannelAdapter adapter() {
        return new InstagramAdapter(Clock.systemUTC(), URI.create("https://desk.example.org"));
    }

    @Override
    protected Map<String, String> account() {
        return Map.of(
                "account-id", "17841405566778899",
                "access-token", "EAAG-token-yang-tidak-berakhir",
                "app-secret", SECRET,
                "verify-token", "kata-kita",
                "api-base-url", "https://graph.example.org");
    }

    @Override
    protected Set<String> moreCases() {
        return Set.of(
                "quick-reply",
                "postback",
                "get-started",
                "image",
                "echo",
                "edited",
                "unsent",
                "twice-in-one-request",
                "status-read",
                "status-read-until",
                "another-account-of-the-app",
                "handshake",
                "handshake-of-somebody-else",
                "heart",
                "story-mention",
                "story-reply");
    }

    /** There is no failure among them: what Meta does not deliver it refuses. */
    @Override
    protected boolean reportsDelivery() {
        return false;
    }

    @Test
    void showsARecordedRequestToWhomeverLooksAtIt() throws Exception {
        assertThat(adapter().parse(bound(Map.of()), request("text")).events()).hasSize(1);
        assertThat(adapter()
                        .parse(bound(Map.of()), request("another-account-of-the-app"))
                        .events())
                .hasSize(1);
    }
}
