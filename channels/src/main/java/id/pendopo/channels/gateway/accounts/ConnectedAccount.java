package id.pendopo.channels.gateway.accounts;

import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.Recoverable;
import id.pendopo.channels.adapter.TurnAnswer;
import java.util.Optional;

/** An account with the adapter that speaks for it. */
public record ConnectedAccount(ChannelAccount account, ChannelAdapter adapter) {

    public String name() {
        return account.name();
    }

    /** The adapter as what only some can do; empty when it cannot. */
    public <T> Optional<T> as(Class<T> capability) {
        return Optional.of(adapter).filter(capability::isInstance).map(capability::cast);
    }

    /** Whether the provider repeats a request that we could not answer; one that does not is asked for what it holds. */
    public boolean repeats() {
        return !(adapter instanceof Recoverable);
    }

    /** The answer to a request that no turn came of. */
    public WebhookAnswer acknowledgement() {
        return adapter.render(account, TurnAnswer.acknowledgement());
    }
}
