package id.pendopo.channels.whatsapp;

import id.pendopo.channels.AccountSettings;
import id.pendopo.channels.Address;
import id.pendopo.channels.Attachment;
import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.Capabilities;
import id.pendopo.channels.Capabilities.Family;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.adapter.Acknowledging;
import id.pendopo.channels.adapter.Download;
import id.pendopo.channels.adapter.FileSource;
import id.pendopo.channels.adapter.HealthCheck;
import id.pendopo.channels.adapter.ProviderHttp;
import id.pendopo.channels.adapter.PublicUrl;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.SendFailed.Outcome;
import id.pendopo.channels.adapter.StoredFiles;
import id.pendopo.channels.adapter.Templated;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.adapter.WebhookRequest;
import id.pendopo.channels.adapter.window.MessageTemplate;
import id.pendopo.channels.adapter.window.TextFallback;
import id.pendopo.channels.meta.MetaAdapter;
import id.pendopo.channels.meta.MetaGraph;
import id.pendopo.channels.meta.MetaHealth;
import id.pendopo.channels.meta.MetaWebhook;
import id.pendopo.channels.texting.TextLine;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Speaks WhatsApp by Meta's Cloud API.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api">Cloud API</a>
 */
@Component
final class WhatsAppCloudAdapter
        implements MetaAdapter, Acknowledging, FileSource, HealthCheck, Templated, TextFallback {

    static final String KIND = "whatsapp-cloud";

    private static final Capabilities CAPABILITIES = Capabilities.of(KIND, "whatsapp", Family.RICH, "app")
            .withBodyLimit(MetaWebhook.BODY_LIMIT)
            .withReplyWindow(Duration.ofHours(24));

    /** https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes */
    private static final Map<Integer, Outcome> ERRORS = Map.ofEntries(
            Map.entry(130429, Outcome.LINE_LIMITED), // too many messages of the number
            Map.entry(131048, Outcome.LINE_LIMITED), // too many that people blocked or reported
            Map.entry(131056, Outcome.PERSON_LIMITED), // too many to this person
            Map.entry(131000, Outcome.RETRY), // something went wrong
            Map.entry(131016, Outcome.RETRY), // the service is away
            Map.entry(131057, Outcome.RETRY), // the number is being moved
            Map.entry(133004, Outcome.RETRY), // the server is away
            Map.entry(131031, Outcome.RETRY), // the account is locked: mended by an operator
            Map.entry(131042, Outcome.RETRY), // the bill is not paid: likewise
            Map.entry(133010, Outcome.RETRY), // the number is not registered: likewise
            Map.entry(131050, Outcome.BLOCKED), // the person wants none
            Map.entry(131026, Outcome.PERMANENT), // the person cannot get it
            Map.entry(131047, Outcome.WINDOW_CLOSED), // more than 24 hours since the person last wrote
            Map.entry(131008, Outcome.PERMANENT), // a parameter is missing
            Map.entry(131009, Outcome.PERMANENT), // a parameter is wrong
            Map.entry(131051, Outcome.PERMANENT)); // a type that is not supported

    /** Where files lie; both want the token: https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media */
    private static final Set<String> FILE_HOSTS = Set.of("lookaside.fbsbx.com");

    private final Clock clock;
    private final MetaGraph graph = new MetaGraph(ProviderHttp.pooled(), ERRORS, Map.of());
    private final Download download = new Download(FILE_HOSTS, FILE_HOSTS);
    private final WhatsAppTemplates templates = new WhatsAppTemplates(graph);
    private final WhatsAppMessages messages;
    private final WhatsAppFiles files;

    @Autowired
    WhatsAppCloudAdapter(Clock clock, ObjectProvider<Environment> environment, ObjectProvider<StoredFiles> files) {
        this(clock, PublicUrl.of(environment), StoredFiles.of(files));
    }

    /** Without files. */
    WhatsAppCloudAdapter(Clock clock, URI publicUrl) {
        this(clock, publicUrl, _ -> Optional.empty());
    }

    WhatsAppCloudAdapter(Clock clock, URI publicUrl, StoredFiles files) {
        this.clock = clock;
        this.messages = new WhatsAppMessages(publicUrl);
        this.files = new WhatsAppFiles(graph, files, messages);
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Class<? extends AccountSettings> settings() {
        return WhatsAppCloudProperties.class;
    }

    @Override
    public Received parse(ChannelAccount account, WebhookRequest request) throws WebhookRejected {
        Optional<WebhookAnswer> handshake = MetaWebhook.handshake(request);
        return handshake.isPresent()
                ? new Received(List.of(), handshake)
                : new Received(
                        new WhatsAppEvents(account, clock.instant()).read(MetaWebhook.body(request)),
                        Optional.of(MetaWebhook.thanks()));
    }

    @Override
    public Optional<String> send(ChannelAccount account, Rendered message) throws SendFailed {
        WhatsAppCloudProperties settings = account.settings(WhatsAppCloudProperties.class);
        Optional<MessageTemplate.Filled> template = message.window().template();
        if (template.isPresent()) {
            Map<String, Object> filled = messages.of(message.message(), template.get());
            return Optional.of(graph.post(settings, path(settings), List.of(filled), "/messages/0/id"));
        }
        return Optional.of(files.ahead(settings, message.message())
                .then(rest -> graph.post(settings, path(settings), messages.of(rest), "/messages/0/id")));
    }

    @Override
    public List<MessageTemplate> templates(ChannelAccount account) throws SendFailed {
        return templates.of(account.settings(WhatsAppCloudProperties.class));
    }

    @Override
    public Optional<String> replyTemplate(ChannelAccount account) {
        return Optional.of(account.settings(WhatsAppCloudProperties.class)
                        .templates()
                        .reply())
                .filter(name -> !name.isBlank());
    }

    @Override
    public String asText(OutboundMessage message) {
        return messages.asText(message);
    }

    @Override
    public Optional<Address> byText(ChannelAccount account, Address person, ChannelAccounts lines) {
        return TextLine.fallback(account.settings(WhatsAppCloudProperties.class).smsFallback(), person, lines);
    }

    private static String path(WhatsAppCloudProperties settings) {
        return settings.phoneNumberId() + "/messages";
    }

    /** Two blue ticks, and three dots until the answer comes. */
    @Override
    public void acknowledge(ChannelAccount account, WebhookRequest request) throws SendFailed {
        try {
            if (MetaWebhook.handshake(request).isPresent()) {
                return;
            }
            JsonNode body = MetaWebhook.body(request);
            WhatsAppCloudProperties settings = account.settings(WhatsAppCloudProperties.class);
            for (String id : new WhatsAppEvents(account, clock.instant()).messages(body)) {
                graph.post(
                        settings,
                        path(settings),
                        Map.of(
                                "messaging_product",
                                "whatsapp",
                                "status",
                                "read",
                                "message_id",
                                id,
                                "typing_indicator",
                                Map.of("type", "text")));
            }
        } catch (WebhookRejected unreadable) {
            throw new SendFailed(Outcome.PERMANENT, "unreadable", Optional.empty());
        }
    }

    @Override
    public byte[] fetch(ChannelAccount account, Attachment file) throws SendFailed, AttachmentRefused {
        if (!file.ref().matches("[A-Za-z0-9_-]{1,64}")) {
            throw new AttachmentRefused(AttachmentRefused.Reason.ELSEWHERE);
        }
        WhatsAppCloudProperties settings = account.settings(WhatsAppCloudProperties.class);
        String address = graph.get(settings, file.ref()).path("url").asString("");
        return download.get(
                settings.apiBaseUrl(), address, Map.of("Authorization", "Bearer " + settings.accessToken()));
    }

    /** https://developers.facebook.com/docs/whatsapp/business-management-api/manage-phone-numbers */
    @Override
    public List<Fact> health(ChannelAccount account) throws SendFailed {
        WhatsAppCloudProperties settings = account.settings(WhatsAppCloudProperties.class);
        Map<String, Fact.Kind> fields = new LinkedHashMap<>();
        fields.put("display_phone_number", Fact.Kind.NAME);
        fields.put("status", Fact.Kind.STATUS);
        fields.put("quality_rating", Fact.Kind.QUALITY);
        fields.put("messaging_limit_tier", Fact.Kind.LIMIT);
        return MetaHealth.of(graph, settings, settings.phoneNumberId(), fields);
    }
}
