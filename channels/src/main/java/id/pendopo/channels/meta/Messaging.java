package id.pendopo.channels.meta;

import id.pendopo.channels.Attachment;
import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.adapter.ChannelAdapter.Received;
import id.pendopo.channels.adapter.ChannelAdapter.Rendered;
import id.pendopo.channels.adapter.Download;
import id.pendopo.channels.adapter.HealthCheck;
import id.pendopo.channels.adapter.ProviderHttp;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.SendFailed.Outcome;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.adapter.WebhookRequest;
import id.pendopo.channels.meta.MetaGraph.Refusal;
import id.pendopo.channels.texting.FileDelivery;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The Messenger Platform: speaks for the accounts of one of its apps. Any thread may call.
 *
 * @see <a href="https://developers.facebook.com/docs/messenger-platform">Messenger Platform</a>
 */
public final class Messaging {

    /** https://developers.facebook.com/docs/messenger-platform/reference/send-api/error-codes */
    private static final Map<Integer, Outcome> ERRORS = Map.of(
            1200, Outcome.RETRY, // could not be sent for the moment
            551, Outcome.BLOCKED); // the person takes nothing from the account now

    /**
     * How long after a person wrote anything may be sent.
     *
     * @see <a href="https://developers.facebook.com/docs/messenger-platform/policy/policy-overview">Policy</a>
     */
    public static final Duration ANYBODY = Duration.ofHours(24);

    /** How long what a person at the desk wrote: https://developers.facebook.com/docs/features-reference/human-agent */
    public static final Duration AGENTS = Duration.ofDays(7);

    private static final String OUTSIDE = "window";

    /** The same page; 2534022 is Instagram's. */
    private static final Map<Integer, Refusal> SUB_CODES = Map.of(
            2018065, new Refusal(Outcome.WINDOW_CLOSED, OUTSIDE),
            2018278, new Refusal(Outcome.WINDOW_CLOSED, OUTSIDE),
            2534022, new Refusal(Outcome.WINDOW_CLOSED, OUTSIDE),
            2018108, new Refusal(Outcome.BLOCKED, "551"),
            1545041, new Refusal(Outcome.BLOCKED, "551"));

    /** Where files lie, by addresses that are signed and end: Meta's networks for content. */
    private static final Set<String> FILE_HOSTS =
            Set.of(".fbcdn.net", ".cdninstagram.com", "lookaside.fbsbx.com", "cdn.fbsbx.com", "attachment.fbsbx.com");

    private final Clock clock;
    private final MessagingApp app;
    private final MessagingMessages messages;
    private final MetaGraph graph = new MetaGraph(ProviderHttp.pooled(), ERRORS, SUB_CODES);
    private final Download download = new Download(FILE_HOSTS);

    public Messaging(Clock clock, URI publicUrl, MessagingApp app) {
        this.clock = clock;
        this.app = app;
        this.messages = new MessagingMessages(publicUrl, app);
    }

    /** @throws WebhookRejected 400 when it cannot be read */
    public Received parse(ChannelAccount account, WebhookRequest request) throws WebhookRejected {
        Optional<WebhookAnswer> handshake = MetaWebhook.handshake(request);
        return handshake.isPresent()
                ? new Received(List.of(), handshake)
                : new Received(
                        new MessagingEvents(account, app.objects(), clock.instant()).read(MetaWebhook.body(request)),
                        Optional.of(MetaWebhook.thanks()));
    }

    /**
     * Sends a message, in pieces if it is long.
     *
     * @return the name of the last
     * @throws SendFailed as {@link MetaGraph}
     */
    public String send(ChannelAccount account, Rendered message) throws SendFailed {
        MessagingAccount settings = account.settings(MessagingAccount.class);
        return FileDelivery.ahead(message.message(), "", (file, _) -> file(settings, message, file))
                .then(rest ->
                        graph.post(settings, settings.path(), messages.of(rest, message.window()), "/message_id"));
    }

    private Optional<String> file(MessagingAccount settings, Rendered message, Block.Media file) throws SendFailed {
        Optional<Map<String, Object>> content = messages.file(message.message(), file, message.window());
        return content.isEmpty()
                ? Optional.empty()
                : Optional.of(graph.post(settings, settings.path(), List.of(content.get()), "/message_id"));
    }

    /**
     * Tells whoever wrote that it was seen, and that somebody types.
     *
     * @throws SendFailed when Meta does not take it
     */
    public void acknowledge(ChannelAccount account, WebhookRequest request) throws SendFailed {
        MessagingAccount settings = account.settings(MessagingAccount.class);
        for (String person : people(account, request)) {
            for (String action : List.of("mark_seen", "typing_on")) {
                graph.post(
                        settings, settings.path(), Map.of("recipient", Map.of("id", person), "sender_action", action));
            }
        }
    }

    private List<String> people(ChannelAccount account, WebhookRequest request) throws SendFailed {
        try {
            return parse(account, request).events().stream()
                    .filter(InboundMessage.class::isInstance)
                    .map(event -> ((InboundMessage) event).from().value())
                    .distinct()
                    .toList();
        } catch (WebhookRejected unreadable) {
            throw new SendFailed(Outcome.PERMANENT, "unreadable", Optional.empty());
        }
    }

    /**
     * Takes a file from where Meta keeps them.
     *
     * @throws SendFailed when it is not handed over now
     * @throws AttachmentRefused when it lies elsewhere, or is too large
     */
    public byte[] fetch(ChannelAccount account, Attachment file) throws SendFailed, AttachmentRefused {
        URI api = account.settings(MessagingAccount.class).apiBaseUrl();
        return download.get(api, file.ref(), Map.of());
    }

    /**
     * How the account fares.
     *
     * @param name the field of the Graph interface that has what people call it
     * @throws SendFailed as {@link MetaHealth#of}
     */
    public List<HealthCheck.Fact> health(ChannelAccount account, String name) throws SendFailed {
        MessagingAccount settings = account.settings(MessagingAccount.class);
        return MetaHealth.of(graph, settings, settings.ownId(), Map.of(name, HealthCheck.Fact.Kind.NAME));
    }
}
