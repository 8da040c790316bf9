package id.pendopo.channels.adapter;

import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.WebhookAnswer;
import java.util.Optional;

/**
 * A channel adapter with a fallback answer: its provider does not come back after a 503 and shows nobody what is in one, so
 * that the person who waits is told in the line's own words to try again.
 */
public interface Apologizing {

    /**
     * What the person is told when the desk cannot take a request in; needs neither the database nor the conversation.
     *
     * @param request from the provider, verified or not
     * @return empty when nobody waits for the answer; then it is the usual 503
     */
    Optional<WebhookAnswer> apology(ChannelAccount account, WebhookRequest request);
}
