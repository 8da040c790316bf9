package id.pendopo.channels.adapter;

import id.pendopo.channels.AccountSettings;
import id.pendopo.channels.Address;
import id.pendopo.channels.Block;
import id.pendopo.channels.Capabilities;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.InboundEvent;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Inbox;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.WebhookAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A channel adapter: speaks one provider's protocol for every account of its kind. Stateless; any thread may call.
 * What it does not know it drops, what it cannot trust it rejects.
 */
public interface ChannelAdapter {

    /** What every account of the kind can do; the same value at every call. */
    Capabilities capabilities();

    /** The record that an account of this kind is bound to. */
    Class<? extends AccountSettings> settings();

    /**
     * Makes sure that the request comes from the provider: its signature, on the raw bytes, before anything is parsed.
     *
     * @throws WebhookRejected 401 or 403 when it does not
     */
    void verify(ChannelAccount account, WebhookRequest request) throws WebhookRejected;

    /**
     * Reads a request, verified or not; alone only for a person who looks at a recorded one.
     *
     * @throws WebhookRejected 400 when it cannot be read
     */
    Received parse(ChannelAccount account, WebhookRequest request) throws WebhookRejected;

    /** Verifies, then parses: what the desk does with every request. */
    default Received receive(ChannelAccount account, WebhookRequest request) throws WebhookRejected {
        verify(account, request);
        return parse(account, request);
    }

    /** Whether a turn's replies go out in the response of the request that brought the message. */
    boolean answersInResponse(ChannelAccount account);

    /** The response for a turn: the replies where the line answers in the response, a bare acknowledgement elsewhere. */
    WebhookAnswer render(ChannelAccount account, List<Rendered> replies);

    /**
     * The response for a turn, for lines whose clients must know the turn's number even when nothing is said (an agent
     * holds the floor).
     *
     * @param turn the turn's number within the address, from 1
     */
    default WebhookAnswer render(ChannelAccount account, long turn, List<Rendered> replies) {
        return render(account, replies);
    }

    /**
     * The response for a turn, for lines whose answer depends on what it answers: a call must know how often the caller
     * was not understood. This is what {@link Inbox#complete} asks for.
     */
    default WebhookAnswer render(ChannelAccount account, InboundMessage message, long turn, List<Rendered> replies) {
        return render(account, turn, replies);
    }

    /**
     * Where a person of this line can be written to: here, unless the line is only heard. A caller is written to by text
     * message, when the number can have one.
     *
     * @param lines every line that is switched on
     */
    default Optional<Address> written(ChannelAccount account, Address person, ChannelAccounts lines) {
        return Optional.of(person);
    }

    /**
     * Sends one message.
     *
     * @return the provider's id, for delivery reports; empty where the line has none
     * @throws SendFailed with what to do next
     */
    Optional<String> send(ChannelAccount account, Rendered message) throws SendFailed;

    /** How a text is counted on this line. */
    ChannelAccounts.Meter meter(ChannelAccount account, String text);

    /**
     * What the line can say at once of a reply, and what it keeps until the citizen asks for more; everything at once
     * unless the line pays by the segment.
     */
    default ChannelAccounts.Page page(ChannelAccount account, Locale language, List<Block> blocks) {
        return new ChannelAccounts.Page(blocks, List.of());
    }

    /** How many messages a whole reply is paid for as; always 1 on a line that is free. */
    default int segments(ChannelAccount account, Locale language, List<Block> blocks) {
        return 1;
    }

    /**
     * Whether the provider repeats a request that we could not answer; one that does not is asked for {@link #missed}
     * messages instead.
     */
    default boolean repeats() {
        return true;
    }

    /**
     * Messages that the provider holds and may not have been able to deliver; only for providers that do not repeat. What
     * lies outside of the time asked for does no harm.
     *
     * @param until empty for all that came since
     * @throws SendFailed when the provider cannot be asked now
     */
    default Missed missed(ChannelAccount account, Instant since, Optional<Instant> until) throws SendFailed {
        return new Missed(List.of(), true, Optional.empty());
    }

    /**
     * Looks at the provider for messages of one person of which nobody knows whether they arrived there.
     *
     * @param messages in the order in which they may have been taken
     * @return the provider's ids of those that it has, by the outbound row's id; empty when the provider cannot be asked
     *     for what it took
     * @throws SendFailed when the provider cannot be asked now
     */
    default Optional<Map<Long, String>> trace(ChannelAccount account, List<Trial> messages) throws SendFailed {
        return Optional.empty();
    }

    /**
     * A message that its provider may have.
     *
     * @param since it was not sent before
     * @param doubted whether it is looked for; the others only tell equal texts apart
     * @param inResponse whether it went out in a response alone
     * @param providerId the provider's id of an earlier try, where it is known
     */
    record Trial(Rendered message, Instant since, boolean doubted, boolean inResponse, Optional<String> providerId) {}

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

    /**
     * What a request said.
     *
     * @param fixed an answer that the protocol demands whatever the events lead to (a handshake); usually empty
     */
    record Received(List<InboundEvent> events, Optional<WebhookAnswer> fixed) {

        public Received {
            events = List.copyOf(events);
        }

        public static Received of(InboundEvent... events) {
            return new Received(List.of(events), Optional.empty());
        }
    }

    /** An outbound row's id with its message. */
    record Rendered(long id, OutboundMessage message) {}
}
