package id.pendopo.channels.adapter;

import id.pendopo.channels.ChannelAccount;

/**
 * A channel adapter that acknowledges requests: a line whose provider, or whose people, expect something beside the
 * answer to a request.
 */
public interface Acknowledging {

    /**
     * Called after a request's events are committed, also when there were none, by a thread for which nobody waits; may be
     * called again for a request that comes again.
     *
     * @throws SendFailed when the provider does not take it; nothing is lost by that, and it is not tried again
     */
    void acknowledge(ChannelAccount account, WebhookRequest request) throws SendFailed;
}
