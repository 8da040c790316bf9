package id.pendopo.channels.adapter;

import id.pendopo.channels.AccountSettings;
import id.pendopo.channels.Capabilities;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.InboundEvent;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.adapter.window.ReplyWindow;
import java.util.List;
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

    /**
     * The response for a turn: the replies where the line answers in the response, a bare acknowledgement elsewhere. The
     * same answer is always rendered the same.
     */
    WebhookAnswer render(ChannelAccount account, TurnAnswer answer);

    /**
     * Sends one message.
     *
     * @return the provider's id, for delivery reports; empty where the line has none
     * @throws SendFailed with what to do next
     */
    Optional<String> send(ChannelAccount account, Rendered message) throws SendFailed;

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

    /**
     * An outbound row's id with its message.
     *
     * @param replyHandle what the message of the same turn may be answered by; handed out once, so that only the first reply
     *     of a turn has it, and no second try
     * @param window when the person last wrote, and what may be said to them now; what comes with a template is sent as that
     */
    record Rendered(
            long id, OutboundMessage message, Optional<InboundMessage.ReplyHandle> replyHandle, ReplyWindow window) {

        /** A message that answers none in particular. */
        public Rendered(long id, OutboundMessage message) {
            this(id, message, Optional.empty(), ReplyWindow.NONE);
        }
    }
}
