package id.pendopo.channels;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.TurnAnswer;
import id.pendopo.channels.gateway.accounts.AccountSources;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every kind of line must keep, whether a provider stands behind it ({@link ChannelContract}) or not. */
public abstract class LineContract {

    /** A fresh adapter. */
    protected abstract ChannelAdapter adapter();

    /** The properties of a complete account, secrets included, keys in kebab-case, without {@code kind}. */
    protected abstract Map<String, String> account();

    @Test
    void printsNoSecret() {
        ChannelAccount account = bound(account());

        for (String secret : bound(Map.of()).settings().missing()) {
            assertThat(account.settings().toString()).doesNotContain(account().get(secret));
        }
    }

    @Test
    void bindsAlikeFromYamlFromTheEnvironmentAndFromBoth() throws IOException {
        AccountSettings yaml = AccountSources.fromYaml(adapter(), account());

        assertThat(AccountSources.fromEnvironment(adapter(), account())).isEqualTo(yaml);
        assertThat(AccountSources.fromBoth(adapter(), account())).isEqualTo(yaml);
    }

    @Test
    void acknowledgesWhenThereIsNothingToSay() {
        WebhookAnswer answer = adapter().render(bound(account()), new TurnAnswer(Optional.empty(), 1, List.of()));

        assertThat(answer.status()).isBetween(200, 299);
    }

    /** The account of the tests, bound as the desk binds it; its name is {@code line}. */
    protected final ChannelAccount bound(Map<String, String> properties) {
        return new ChannelAccount(
                "line", adapter().capabilities().kind(), AccountSources.fromMap(adapter(), properties));
    }
}
