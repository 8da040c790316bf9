package id.pendopo.channels.sms;

import id.pendopo.channels.Address;
import id.pendopo.channels.AddressEvent;
import id.pendopo.channels.AddressEvent.What;
import id.pendopo.channels.Attachment;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.InboundEvent;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Location;
import id.pendopo.channels.adapter.WebhookForm;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.twilio.OptOutKeyword;
import id.pendopo.channels.twilio.TwilioMedia;
import id.pendopo.channels.twilio.TwilioReports;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what a webhook says. Twilio tells no time in it, so that an event happened when we received it. */
final class TwilioEvents {

    private final ChannelAccount account;
    private final TwilioSmsProperties settings;
    private final Instant now;
    private final TwilioMedia files;

    TwilioEvents(ChannelAccount account, TwilioSmsProperties settings, Instant now, MeterRegistry meters) {
        this.account = account;
        this.settings = settings;
        this.now = now;
        this.files = new TwilioMedia(meters);
    }

    List<InboundEvent> read(WebhookForm form) throws WebhookRejected {
        String sid = form.required("MessageSid");
        Optional<String> status = form.value("MessageStatus");
        if (status.isPresent()) {
            Optional<Address> to = form.plain("To").map(number -> new Address(account.name(), number));
            return TwilioReports.read(account.name(), sid, status.get(), form, to, now);
        }
        return message(sid, form);
    }

    private List<InboundEvent> message(String sid, WebhookForm form) throws WebhookRejected {
        Address from = new Address(account.name(), form.required("From"));
        form.required("To");
        return said(
                sid,
                now,
                from,
                form.value("Body").orElse(""),
                form.value("OptOutType"),
                files.of(account.name(), settings.apiBaseUrl(), form));
    }

    /**
     * What a message means, whether it came by a webhook or was found in Twilio's list.
     *
     * @param optOutType what Twilio made of it; its list does not tell
     */
    List<InboundEvent> said(
            String sid, Instant at, Address from, String words, Optional<String> optOutType, List<Attachment> files) {
        String body = text(words);
        Optional<OptOutKeyword> keyword = OptOutKeyword.of(optOutType, body);
        if (keyword.isPresent()) {
            return keyword.get()
                    .what()
                    .<List<InboundEvent>>map(
                            what -> List.of(new AddressEvent(account.name(), sid + "/" + what, at, from, what)))
                    .orElse(List.of());
        }
        InboundMessage message = message(account, sid, at, from, body, files);
        return OptOutKeyword.reopens(body)
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
}
