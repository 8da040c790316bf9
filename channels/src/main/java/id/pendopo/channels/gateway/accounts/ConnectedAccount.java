package id.pendopo.channels.gateway.accounts;

import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.adapter.ChannelAdapter;

/** An account with the adapter that speaks for it. */
public record ConnectedAccount(ChannelAccount account, ChannelAdapter adapter) {

    public String name() {
        return account.name();
    }
}
