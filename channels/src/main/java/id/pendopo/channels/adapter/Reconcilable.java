package id.pendopo.channels.adapter;

import id.pendopo.channels.ChannelAccount;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A channel adapter that reconciles: its provider can be asked what became of a message. */
public interface Reconcilable {

    /**
     * Looks at the provider for messages of one person of which nobody knows whether they arrived there.
     *
     * @param messages in the order in which they may have been taken
     * @return the provider's ids of those that it has, by the outbound row's id; empty when the provider cannot be asked
     *     for what it took
     * @throws SendFailed when the provider cannot be asked now
     */
    Optional<Map<Long, String>> trace(ChannelAccount account, List<Trial> messages) throws SendFailed;

    /**
     * A message that its provider may have.
     *
     * @param since it was not sent before
     * @param doubted whether it is looked for; the others only tell equal texts apart
     * @param inResponse whether it went out in a response alone
     * @param providerId the provider's id of an earlier try, where it is known
     */
    record Trial(
            ChannelAdapter.Rendered message,
            Instant since,
            boolean doubted,
            boolean inResponse,
            Optional<String> providerId) {}
}
