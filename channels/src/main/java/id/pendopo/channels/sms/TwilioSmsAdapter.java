package id.pendopo.channels.sms;

import com.twilio.http.HttpClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.message.Media;
import id.pendopo.channels.AccountSettings;
import id.pendopo.channels.Address;
import id.pendopo.channels.Attachment;
import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.Block;
import id.pendopo.channels.Capabilities;
import id.pendopo.channels.Capabilities.Family;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.InboundEvent;
import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.FileSource;
import id.pendopo.channels.adapter.HealthCheck;
import id.pendopo.channels.adapter.Metered;
import id.pendopo.channels.adapter.PublicUrl;
import id.pendopo.channels.adapter.Reconcilable;
import id.pendopo.channels.adapter.Recoverable;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.TurnAnswer;
import id.pendopo.channels.adapter.WebhookForm;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.adapter.WebhookRequest;
import id.pendopo.channels.texting.SmsPages;
import id.pendopo.channels.texting.SmsWords;
import id.pendopo.channels.twilio.TwilioClient;
import id.pendopo.channels.twilio.TwilioFiles;
import id.pendopo.channels.twilio.TwilioHealth;
import id.pendopo.channels.twilio.TwilioMessages;
import id.pendopo.channels.twilio.TwilioWebhook;
import id.pendopo.ui.CountryPack;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Speaks Twilio's protocol for text messages.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/guides/webhook-request">Twilio's request</a>
 */
@Component
final class TwilioSmsAdapter implements ChannelAdapter, FileSource, Metered, Recoverable, Reconcilable, HealthCheck {

    static final String KIND = "twilio-sms";

    private final TwilioHealth health = new TwilioHealth();
    private static final Capabilities CAPABILITIES =
            Capabilities.of(KIND, "sms", Family.SEGMENTED, "sms").withLongestMessage(TwilioMessages.LONGEST);

    private static final Logger log = LoggerFactory.getLogger(TwilioSmsAdapter.class);

    private final TwilioFiles files = new TwilioFiles();
    private final Clock clock;
    private final MeterRegistry meters;
    private final TwilioRest rest;
    private final TwilioMessages messages;
    private final SmsWords words;
    private final SmsPages pages;

    @Autowired
    TwilioSmsAdapter(
            Clock clock,
            ObjectProvider<Environment> environment,
            ObjectProvider<MeterRegistry> meters,
            ObjectProvider<CountryPack> pack) {
        this(
                clock,
                PublicUrl.of(environment),
                meters.getIfAvailable(SimpleMeterRegistry::new),
                TwilioClient.pooled(),
                pack.getIfAvailable(CountryPack::chosen));
    }

    TwilioSmsAdapter(
            Clock clock, URI publicUrl, MeterRegistry meters, Function<URI, HttpClient> clients, CountryPack pack) {
        this.clock = clock;
        this.meters = meters;
        TwilioClient twilio = new TwilioClient(clients);
        this.rest = new TwilioRest(twilio);
        this.messages = new TwilioMessages(twilio, publicUrl);
        this.words = SmsWords.of(publicUrl, pack);
        this.pages = new SmsPages(words);
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Class<? extends AccountSettings> settings() {
        return TwilioSmsProperties.class;
    }

    @Override
    public void verify(ChannelAccount account, WebhookRequest request) throws WebhookRejected {
        TwilioWebhook.verify(request, account.settings(TwilioSmsProperties.class));
    }

    @Override
    public Received parse(ChannelAccount account, WebhookRequest request) throws WebhookRejected {
        Optional<WebhookForm> form = TwilioWebhook.form(request);
        if (form.isEmpty()) {
            return Received.of();
        }
        TwilioSmsProperties settings = account.settings(TwilioSmsProperties.class);
        TwilioEvents events = new TwilioEvents(account, settings, clock.instant(), meters);
        return new Received(events.read(form.get()), Optional.empty());
    }

    @Override
    public byte[] fetch(ChannelAccount account, Attachment file) throws SendFailed, AttachmentRefused {
        return files.fetch(account.settings(TwilioSmsProperties.class), file.ref());
    }

    @Override
    public boolean answersInResponse(ChannelAccount account) {
        return account.settings(TwilioSmsProperties.class).reply() == TwilioSmsProperties.Reply.RESPONSE;
    }

    @Override
    public WebhookAnswer render(ChannelAccount account, TurnAnswer answer) {
        return TwiMl.of(answer.replies().stream()
                .map(this::text)
                .filter(text -> !text.isEmpty())
                .toList());
    }

    @Override
    public Optional<String> send(ChannelAccount account, Rendered message) throws SendFailed {
        TwilioSmsProperties line = account.settings(TwilioSmsProperties.class);
        String to = message.message().to().value();
        return Optional.of(messages.send(account, line, line.from(), to, text(message)));
    }

    @Override
    public ChannelAccounts.Meter meter(ChannelAccount account, String text) {
        return SmsPages.meter(KIND, text);
    }

    @Override
    public ChannelAccounts.Page page(ChannelAccount account, Locale language, List<Block> blocks) {
        return pages.first(blocks, language);
    }

    @Override
    public int segments(ChannelAccount account, Locale language, List<Block> blocks) {
        return pages.segments(blocks, language);
    }

    /** A webhook that failed is given to the fallback address or dropped, never sent again. */
    @Override
    public Missed missed(ChannelAccount account, Instant since, Optional<Instant> until) throws SendFailed {
        TwilioSmsProperties settings = account.settings(TwilioSmsProperties.class);
        TwilioRest.Received list = rest.received(settings, since, until);
        TwilioEvents events = new TwilioEvents(account, settings, clock.instant(), meters);
        List<InboundEvent> missed = new ArrayList<>();
        Optional<Instant> unread = Optional.empty();
        for (Message message : list.messages()) {
            try {
                missed.addAll(events.said(
                        message.getSid(),
                        at(message),
                        new Address(account.name(), message.getFrom().getEndpoint()),
                        Optional.ofNullable(message.getBody()).orElse(""),
                        Optional.empty(),
                        files(settings, message)));
            } catch (SendFailed filesUnread) {
                unread = unread.or(() -> Optional.of(at(message)));
            } catch (RuntimeException unreadable) {
                log.error("Line {}: a message of Twilio's list cannot be read and is left out", account.name());
            }
        }
        return new Missed(missed, list.complete(), unread);
    }

    @Override
    public Optional<Map<Long, String>> trace(ChannelAccount account, List<Trial> messages) throws SendFailed {
        if (messages.isEmpty()) {
            return Optional.of(Map.of());
        }
        String to = messages.getFirst().message().message().to().value();
        Instant since = messages.stream()
                .map(Trial::since)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        List<Message> list = rest.sentTo(account.settings(TwilioSmsProperties.class), to, since);
        Map<Long, String> found =
                new TwilioTraces(reply -> TwilioMessages.pieces(text(reply)).getLast()).find(messages, list);
        boolean replyMissing =
                found.isEmpty() && messages.stream().anyMatch(trial -> trial.doubted() && trial.inResponse());
        // A server that lists no reply at all does not tell by that that it has not taken one.
        return replyMissing && !rest.listsReplies(account.settings(TwilioSmsProperties.class))
                ? Optional.empty()
                : Optional.of(found);
    }

    /** Without its files where Twilio has them no more. */
    private List<Attachment> files(TwilioSmsProperties settings, Message message) throws SendFailed {
        if (message.getNumMedia() == null || message.getNumMedia().equals("0")) {
            return List.of();
        }
        try {
            return rest.media(settings, message.getSid()).stream()
                    .map(media -> file(settings, media))
                    .toList();
        } catch (SendFailed failed) {
            if (failed.outcome() == SendFailed.Outcome.PERMANENT) {
                return List.of();
            }
            throw failed;
        }
    }

    private static Attachment file(TwilioSmsProperties settings, Media media) {
        String file = media.getUri().replaceFirst("\\.json$", "");
        return new Attachment(
                media.getContentType(), settings.apiBaseUrl().resolve(file).toString());
    }

    private Instant at(Message message) {
        return Optional.ofNullable(message.getDateSent())
                .or(() -> Optional.ofNullable(message.getDateCreated()))
                .map(ZonedDateTime::toInstant)
                .orElseGet(clock::instant);
    }

    private String text(Rendered reply) {
        return words.say(reply.message().blocks(), reply.message().language());
    }

    @Override
    public List<Fact> health(ChannelAccount account) throws SendFailed {
        return health.of(account.settings(TwilioSmsProperties.class));
    }
}
