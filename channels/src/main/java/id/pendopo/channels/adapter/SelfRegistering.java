package id.pendopo.channels.adapter;

import id.pendopo.channels.ChannelAccount;

/**
 * A channel adapter that registers its own webhook: a line whose provider is told by the desk itself where it can be
 * called.
 */
public interface SelfRegistering {

    /**
     * Tells the provider; called at each start, and again until the provider takes it.
     *
     * @throws SendFailed with what to do next
     */
    void register(ChannelAccount account) throws SendFailed;
}
