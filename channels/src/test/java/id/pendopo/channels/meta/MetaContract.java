package id.pendopo.channels.meta;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.ChannelContract;
import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.adapter.WebhookRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What every app at Meta must keep beside the contract of all kinds: its signature, and its handshake. */
public abstract class MetaContract extends ChannelContract {

    @Override
    protected final String signature(WebhookRequest request) {
        return MetaSigned.signature(request, account().get("app-secret"));
    }

    @Test
    void repeatsTheChallengeOfTheHandshake() throws Exception {
        WebhookAnswer answer = adapter()
                .receive(bound(account()), request("handshake"))
                .fixed()
                .orElseThrow();

        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("1158201444");
        assertThat(answer.contentType()).startsWith("text/plain");
    }
}
