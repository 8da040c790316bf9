package id.pendopo.channels.twiliowhatsapp;

import com.twilio.http.HttpClient;
import id.pendopo.channels.AccountSettings;
import id.pendopo.channels.Address;
import id.pendopo.channels.Attachment;
import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.Block;
import id.pendopo.channels.Capabilities;
import id.pendopo.channels.Capabilities.Family;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.FileSource;
import id.pendopo.channels.adapter.HealthCheck;
import id.pendopo.channels.adapter.PublicUrl;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.SendFailed.Outcome;
import id.pendopo.channels.adapter.Templated;
import id.pendopo.channels.adapter.TurnAnswer;
import id.pendopo.channels.adapter.WebhookForm;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.adapter.WebhookRequest;
import id.pendopo.channels.adapter.window.MessageTemplate;
import id.pendopo.channels.adapter.window.TextFallback;
import id.pendopo.channels.texting.FileDelivery;
import id.pendopo.channels.texting.MessengerWords;
import id.pendopo.channels.texting.TextLine;
import id.pendopo.channels.twilio.TwilioClient;
import id.pendopo.channels.twilio.TwilioFiles;
import id.pendopo.channels.twilio.TwilioHealth;
import id.pendopo.channels.twilio.TwilioMedia;
import id.pendopo.channels.twilio.TwilioMessages;
import id.pendopo.channels.twilio.TwilioWebhook;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Speaks WhatsApp by Twilio.
 *
 * @see <a href="https://www.twilio.com/docs/whatsapp/api">WhatsApp at Twilio</a>
 */
@Component
final class TwilioWhatsAppAdapter implements ChannelAdapter, FileSource, HealthCheck, Templated, TextFallback {

    static final String KIND = "twilio-whatsapp";

    private static final Capabilities CAPABILITIES =
            Capabilities.of(KIND, "whatsapp", Family.RICH, "app").withReplyWindow(Duration.ofHours(24));

    private final TwilioFiles files = new TwilioFiles();
    private final TwilioHealth health = new TwilioHealth();
    private final Clock clock;
    private final TwilioMedia media;
    private final TwilioMessages messages;
    private final MessengerWords words;

    @Autowired
    TwilioWhatsAppAdapter(Clock clock, ObjectProvider<Environment> environment, ObjectProvider<MeterRegistry> meters) {
        this(clock, PublicUrl.of(environment), meters.getIfAvailable(SimpleMeterRegistry::new), TwilioClient.pooled());
    }

    TwilioWhatsAppAdapter(Clock clock, URI publicUrl, MeterRegistry meters, Function<URI, HttpClient> clients) {
        this.clock = clock;
        this.media = new TwilioMedia(meters);
        this.messages = new TwilioMessages(new TwilioClient(clients), publicUrl);
        this.words = MessengerWords.of(publicUrl, "WhatsApp", "whatsapp", MessengerWords::numbered);
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Class<? extends AccountSettings> settings() {
        return TwilioWhatsAppProperties.class;
    }

    @Override
    public void verify(ChannelAccount account, WebhookRequest request) throws WebhookRejected {
        TwilioWebhook.verify(request, account.settings(TwilioWhatsAppProperties.class));
    }

    @Override
    public Received parse(ChannelAccount account, WebhookRequest request) throws WebhookRejected {
        Optional<WebhookForm> form = TwilioWebhook.form(request);
        return form.isEmpty()
                ? Received.of()
                : new Received(
                        new TwilioWhatsAppEvents(account, media, clock.instant()).read(form.get()), Optional.empty());
    }

    @Override
    public byte[] fetch(ChannelAccount account, Attachment file) throws SendFailed, AttachmentRefused {
        return files.fetch(account.settings(TwilioWhatsAppProperties.class), file.ref());
    }

    @Override
    public boolean answersInResponse(ChannelAccount account) {
        return false;
    }

    @Override
    public WebhookAnswer render(ChannelAccount account, TurnAnswer answer) {
        return TwilioMessages.SILENCE;
    }

    @Override
    public Optional<String> send(ChannelAccount account, Rendered message) throws SendFailed {
        TwilioWhatsAppProperties line = account.settings(TwilioWhatsAppProperties.class);
        String from = line.sendsByService() ? line.from() : TwilioWhatsAppEvents.PREFIX + line.from();
        String to = TwilioWhatsAppEvents.PREFIX + message.message().to().value();
        Sending sending = new Sending(account, line, from, to);
        Optional<MessageTemplate.Filled> template = message.window().template();
        return template.isPresent()
                ? Optional.of(messages.send(account, line, from, to, template.get()))
                : sending.whole(message.message());
    }

    /** That of the settings; Twilio refuses one that is not approved. */
    @Override
    public List<MessageTemplate> templates(ChannelAccount account) {
        TwilioWhatsAppProperties.Template reply =
                account.settings(TwilioWhatsAppProperties.class).templates().reply();
        int places = MessageTemplate.places(reply.text());
        return replyTemplate(account).stream()
                .map(sid -> new MessageTemplate(
                        sid, reply.language(), "UTILITY", "APPROVED", "UNKNOWN", reply.text(), places, true))
                .toList();
    }

    @Override
    public Optional<String> replyTemplate(ChannelAccount account) {
        return Optional.of(account.settings(TwilioWhatsAppProperties.class)
                        .templates()
                        .reply()
                        .contentSid())
                .filter(sid -> !sid.isBlank());
    }

    @Override
    public String asText(OutboundMessage message) {
        return text(message);
    }

    @Override
    public Optional<Address> byText(ChannelAccount account, Address person, ChannelAccounts lines) {
        return TextLine.fallback(
                account.settings(TwilioWhatsAppProperties.class).smsFallback(), person, lines);
    }

    /** One step of several. */
    @FunctionalInterface
    private interface Step {

        String take() throws SendFailed;
    }

    /** A person decides what becomes of the rest, since whoever tried all of it again would say the beginning twice. */
    private static String begun(Optional<String> before, Step step) throws SendFailed {
        try {
            return step.take();
        } catch (SendFailed failed) {
            throw before.isEmpty() ? failed : new SendFailed(Outcome.PERMANENT, "in part", Optional.empty());
        }
    }

    /**
     * Messages of one reply. The words go ahead of the files: a document has no caption at Twilio, and Twilio reports only later
     * when it cannot fetch a file, by the id that is noted last.
     *
     * @see <a href="https://www.twilio.com/docs/whatsapp/guidance-whatsapp-media-messages">Media messages</a>
     */
    private final class Sending {

        private final ChannelAccount account;
        private final TwilioWhatsAppProperties line;
        private final String from;
        private final String to;

        Sending(ChannelAccount account, TwilioWhatsAppProperties line, String from, String to) {
            this.account = account;
            this.line = line;
            this.from = from;
            this.to = to;
        }

        Optional<String> whole(OutboundMessage reply) throws SendFailed {
            List<Block.Media> files = FileDelivery.of(reply);
            String said = text(FileDelivery.without(reply, files));
            Optional<String> id = files.isEmpty() || !said.isEmpty() ? Optional.of(say(said)) : Optional.empty();
            for (Block.Media file : files) {
                id = Optional.of(begun(id, () -> file(file, reply.language())));
            }
            return id;
        }

        String say(String text) throws SendFailed {
            return messages.send(account, line, from, to, text);
        }

        String file(Block.Media file, Locale language) throws SendFailed {
            Optional<URI> address = file.link().map(words::absolute).map(URI::create);
            if (address.isPresent()) {
                try {
                    return messages.send(account, line, from, to, address.get());
                } catch (SendFailed refused) {
                    if (refused.outcome() != Outcome.PERMANENT) {
                        throw refused;
                    }
                }
            }
            return say(words.say(file, language));
        }
    }

    /** The whole reply; choices are numbers to type, since buttons need a template that Twilio keeps. */
    String text(OutboundMessage message) {
        return words.say(message);
    }

    @Override
    public List<Fact> health(ChannelAccount account) throws SendFailed {
        return health.of(account.settings(TwilioWhatsAppProperties.class));
    }
}
