package id.pendopo.channels.messenger;

import id.pendopo.channels.AccountSettings;
import id.pendopo.channels.Attachment;
import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.Capabilities;
import id.pendopo.channels.Capabilities.Family;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.adapter.Acknowledging;
import id.pendopo.channels.adapter.FileSource;
import id.pendopo.channels.adapter.HealthCheck;
import id.pendopo.channels.adapter.PublicUrl;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.adapter.WebhookRequest;
import id.pendopo.channels.meta.Messaging;
import id.pendopo.channels.meta.MessagingApp;
import id.pendopo.channels.meta.MetaAdapter;
import id.pendopo.channels.meta.MetaWebhook;
import id.pendopo.channels.texting.Pieces;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Speaks Messenger for pages of Facebook.
 *
 * @see <a href="https://developers.facebook.com/docs/messenger-platform">Messenger Platform</a>
 */
@Component
final class MessengerAdapter implements MetaAdapter, Acknowledging, FileSource, HealthCheck {

    static final String KIND = "messenger";

    /** Characters: https://developers.facebook.com/docs/messenger-platform/reference/send-api */
    private static final int LONGEST_TEXT = 2000;

    static final MessagingApp APP =
            new MessagingApp("Messenger", KIND, Set.of("page"), true, text -> Pieces.ofCharacters(text, LONGEST_TEXT));

    private static final Capabilities CAPABILITIES = Capabilities.of(KIND, "messenger", Family.RICH, "app")
            .withBodyLimit(MetaWebhook.BODY_LIMIT)
            .withReplyWindow(Messaging.ANYBODY, Messaging.AGENTS);

    private final Messaging messaging;

    @Autowired
    MessengerAdapter(Clock clock, ObjectProvider<Environment> environment) {
        this(clock, PublicUrl.of(environment));
    }

    MessengerAdapter(Clock clock, URI publicUrl) {
        this.messaging = new Messaging(clock, publicUrl, APP);
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Class<? extends AccountSettings> settings() {
        return MessengerProperties.class;
    }

    @Override
    public Received parse(ChannelAccount account, WebhookRequest request) throws WebhookRejected {
        return messaging.parse(account, request);
    }

    @Override
    public Optional<String> send(ChannelAccount account, Rendered message) throws SendFailed {
        return Optional.of(messaging.send(account, message));
    }

    /** A small picture of the page below what was written, and three dots until the answer comes. */
    @Override
    public void acknowledge(ChannelAccount account, WebhookRequest request) throws SendFailed {
        messaging.acknowledge(account, request);
    }

    @Override
    public byte[] fetch(ChannelAccount account, Attachment file) throws SendFailed, AttachmentRefused {
        return messaging.fetch(account, file);
    }

    @Override
    public List<Fact> health(ChannelAccount account) throws SendFailed {
        return messaging.health(account, "name");
    }
}
