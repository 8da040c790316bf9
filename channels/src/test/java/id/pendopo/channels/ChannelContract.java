package id.pendopo.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.adapter.WebhookRequest;
import id.pendopo.channels.gateway.webhooks.BodyLimits;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What every kind of line must keep whose provider calls. Of a fixture's {@code request} {@code {signature}} is replaced by
 * {@link #signature}.
 */
public abstract class ChannelContract extends FixtureContract {

    private static final Set<String> NOT_THE_PROVIDERS =
            Set.of("forged-signature", "missing-signature", "duplicated-signature");

    /** What the provider signs a request with, secrets from {@link #account}. */
    protected abstract String signature(WebhookRequest request);

    @Test
    void hasAFixtureOfEachWayToForge() throws IOException {
        assertThat(cases()).containsAll(NOT_THE_PROVIDERS);
    }

    @Test
    void rejectsWhatTheProviderDidNotSend() throws IOException {
        for (String name : NOT_THE_PROVIDERS) {
            assertThat(rejection(name)).as(name).isIn(401, 403);
        }
    }

    @Test
    void refusesABodyOverItsLimitBeforeParsing() {
        for (String type : List.of("application/x-www-form-urlencoded", "application/json")) {
            assertThatThrownBy(() -> BodyLimits.exceed(adapter(), type))
                    .isInstanceOfSatisfying(
                            WebhookRejected.class,
                            rejected -> assertThat(rejected.status()).isEqualTo(413));
        }
    }

    /** A fixture's request, signed. */
    @Override
    protected final WebhookRequest request(String name) throws IOException {
        return fixture(name).request("line", this::signature);
    }

    @Override
    protected final ChannelAdapter.Received received(String name) throws IOException, WebhookRejected {
        return adapter().receive(bound(account()), request(name));
    }
}
