package id.pendopo.channels.adapter;

import id.pendopo.channels.ChannelAccount;
import java.util.List;
import java.util.OptionalLong;

/** A channel adapter that polls: a line that can be asked for what came, instead of being called. */
public interface PullAdapter extends ChannelAdapter {

    /** Whether this account is asked. */
    boolean pulls(ChannelAccount account);

    /**
     * Waits for what comes, at most half a minute. The thread is interrupted when the desk stops.
     *
     * @param after the position of the last that was taken in, which the provider may forget; empty for all that it holds
     * @return in order; empty when nothing came
     * @throws SendFailed when the provider cannot be asked now
     */
    List<Pulled> pull(ChannelAccount account, OptionalLong after) throws SendFailed;

    /**
     * What came at a position.
     *
     * @param request as if the provider had called with it
     */
    record Pulled(long position, WebhookRequest request) {}
}
