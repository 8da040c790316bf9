package id.pendopo.channels.adapter;

import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.InboundEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A channel adapter whose provider does not retry: it gives a request up that we could not answer, and is asked for what
 * it could not deliver. The provider of any other repeats.
 */
public interface Recoverable {

    /**
     * Messages that the provider holds and may not have been able to deliver. What lies outside of the time asked for does
     * no harm.
     *
     * @param until empty for all that came since
     * @throws SendFailed when the provider cannot be asked now
     */
    Missed missed(ChannelAccount account, Instant since, Optional<Instant> until) throws SendFailed;

    /**
     * What a provider holds.
     *
     * @param events oldest first, under the external ids that their webhooks have
     * @param complete false when there is more than could be read; the next question is about a shorter time
     * @param unread when the first of those came that could not be read now, and shall be asked for again
     */
    record Missed(List<InboundEvent> events, boolean complete, Optional<Instant> unread) {

        public Missed {
            events = List.copyOf(events);
        }
    }
}
