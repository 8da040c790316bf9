package id.pendopo.channels.sms;

import id.pendopo.channels.Address;
import id.pendopo.channels.AddressEvent;
import id.pendopo.channels.AddressEvent.What;
import id.pendopo.channels.Attachment;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.DeliveryReport;
import id.pendopo.channels.DeliveryReport.Status;
import id.pendopo.channels.InboundEvent;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Location;
import id.pendopo.channels.adapter.WebhookForm;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.twilio.TwilioWebhook;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what a webhook says. Twilio tells no time in it, so that an event happened when we received it. */
final class TwilioEvents {

    /**
     * What we learn of a message that we sent. States before "sent" tell nothing new, later ones may come in any order.
     *
     * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource#message-status-values">Message status</a>
     */
    private static final Map<String, Status> STATUSES = Map.of(
            "sent", Status.SENT,
            "delivered", Status.DELIVERED,
            "read", Status.READ,
            "undelivered", Status.FAILED,
            "failed", Status.FAILED,
            "canceled", Status.FAILED);

    /** Error of a message to a person who sent STOP: https://www.twilio.com/docs/api/errors/21610 */
    static final String UNSUBSCRIBED = "21610";

    /** https://www.twilio.com/docs/messaging/guides/webhook-request: at most 10 files come with a message. */
    private static final int MOST_MEDIA = 10;

    private static final Pattern COUNT = Pattern.compile("\\d{1,2}");

    private static final String DROPPED_FILES = "pendopo.channels.files.dropped";
    private static final Logger log = LoggerFactory.getLogger(TwilioEvents.class);

    private final ChannelAccount account;
    private final TwilioSmsProperties settings;
    private final Instant now;
    private final MeterRegistry meters;

    TwilioEvents(ChannelAccount account, TwilioSmsProperties settings, Instant now, MeterRegistry meters) {
        this.account = account;
        this.settings = settings;
        this.now = now;
        this.meters = meters;
    }

    List<InboundEvent> read(WebhookForm form) throws WebhookRejected {
        String sid = form.required("MessageSid");
        Optional<String> status = form.value("MessageStatus");
        return status.isPresent() ? report(sid, status.get(), form) : message(sid, form);
    }

    private List<InboundEvent> report(String sid, String value, WebhookForm form) {
        Status status = STATUSES.get(value);
        if (status == null) {
            log.debug("dropped a status of line {}", account.name());
            return List.of();
        }
        Optional<Address> to = form.plain("To").map(number -> new Address(account.name(), number));
        Optional<String> reason =
                status == Status.FAILED ? Optional.of(form.plain("ErrorCode").orElse(value)) : Optional.empty();
        List<InboundEvent> events = new ArrayList<>();
        events.add(new DeliveryReport(account.name(), sid + "/" + value, now, Optional.of(sid), to, status, reason));
        if (to.isPresent() && reason.filter(UNSUBSCRIBED::equals).isPresent()) {
            events.add(new AddressEvent(account.name(), sid + "/" + UNSUBSCRIBED, now, to.get(), What.OPTED_OUT));
        }
        return events;
    }

    private List<InboundEvent> message(String sid, WebhookForm form) throws WebhookRejected {
        Address from = new Address(account.name(), form.required("From"));
        form.required("To");
        return said(sid, now, from, form.value("Body").orElse(""), form.value("OptOutType"), media(form));
    }

    /**
     * What a message means, whether it came by a webhook or was found in Twilio's list.
     *
     * @param optOutType what Twilio made of it; its list does not tell
     */
    List<InboundEvent> said(
            String sid, Instant at, Address from, String words, Optional<String> optOutType, List<Attachment> files) {
        String body = text(words);
        Optional<Keyword> keyword = Keyword.of(optOutType, body);
        if (keyword.isPresent()) {
            return keyword.get()
                    .what()
                    .<List<InboundEvent>>map(
                            what -> List.of(new AddressEvent(account.name(), sid + "/" + what, at, from, what)))
                    .orElse(List.of());
        }
        InboundMessage message = message(account, sid, at, from, body, files);
        return Keyword.reopens(body)
                ? List.of(
                        new AddressEvent(account.name(), sid + "/" + What.UNBLOCKED, at, from, What.UNBLOCKED), message)
                : List.of(message);
    }

    private static InboundMessage message(
            ChannelAccount account, String sid, Instant at, Address from, String text, List<Attachment> files) {
        return new InboundMessage(
                account.name(),
                sid,
                at,
                account.kind(),
                from,
                text,
                Optional.empty(),
                Optional.<Location>empty(),
                files,
                Optional.<Locale>empty());
    }

    /** Only now trimmed: the signature is made over the spaces that the citizen sent. */
    static String text(String body) {
        return LongBase64.decode(body.strip()).orElse(body).strip();
    }

    private List<Attachment> media(WebhookForm form) {
        int count = form.value("NumMedia")
                .filter(number -> COUNT.matcher(number).matches())
                .map(Integer::parseInt)
                .orElse(0);
        List<Attachment> files = new ArrayList<>();
        for (int i = 0; i < Math.min(count, MOST_MEDIA); i++) {
            String type = form.plain("MediaContentType" + i).orElse("application/octet-stream");
            form.plain("MediaUrl" + i).ifPresent(url -> files.add(new Attachment(type, url)));
        }
        long kept = files.stream()
                .filter(file -> TwilioWebhook.trusted(file.ref(), settings.apiBaseUrl()))
                .count();
        meters.counter(DROPPED_FILES, "account", account.name()).increment(count - kept);
        return files;
    }
}
