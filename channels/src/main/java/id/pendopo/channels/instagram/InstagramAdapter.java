package id.pendopo.channels.instagram;

import id.pendopo.channels.AccountSettings;
import id.pendopo.channels.Attachment;
import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.Capabilities;
import id.pendopo.channels.Capabilities.Family;
import id.pendopo.channels.ChannelAccount;
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
 * Speaks with people who write to a professional account of Instagram.
 *
 * @see <a href="https://developers.facebook.com/docs/messenger-platform/instagram">Instagram messaging</a>
 */
@Component
final class InstagramAdapter implements MetaAdapter, FileSource, HealthCheck {

    static final String KIND = "instagram";

    /** Bytes in UTF-8: https://developers.facebook.com/docs/messenger-platform/instagram/features/send-message */
    private static final int LONGEST_TEXT = 1000;

    static final MessagingApp APP = new MessagingApp(
            "Instagram", KIND, Set.of("instagram", "page"), false, text -> Pieces.ofBytes(text, LONGEST_TEXT));

    private static final Capabilities CAPABILITIES = Capabilities.of(KIND, "instagram", Family.RICH, "app")
            .withBodyLimit(MetaWebhook.BODY_LIMIT)
            .withReplyWindow(Messaging.ANYBODY, Messaging.AGENTS);

    private final Messaging messaging;

    @Autowired
    InstagramAdapter(Clock clock, ObjectProvider<Environment> environment) {
        this(clock, PublicUrl.of(environment));
    }

    InstagramAdapter(Clock clock, URI publicUrl) {
        this.messaging = new Messaging(clock, publicUrl, APP);
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Class<? extends AccountSettings> settings() {
        return InstagramProperties.class;
    }

    @Override
    public Received parse(ChannelAccount account, WebhookRequest request) throws WebhookRejected {
        return messaging.parse(account, request);
    }

    @Override
    public Optional<String> send(ChannelAccount account, Rendered message) throws SendFailed {
        return Optional.of(messaging.send(account, message));
    }

    @Override
    public byte[] fetch(ChannelAccount account, Attachment file) throws SendFailed, AttachmentRefused {
        return messaging.fetch(account, file);
    }

    @Override
    public List<Fact> health(ChannelAccount account) throws SendFailed {
        return messaging.health(account, "username");
    }
}
