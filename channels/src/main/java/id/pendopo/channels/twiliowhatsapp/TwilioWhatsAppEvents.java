package id.pendopo.channels.twiliowhatsapp;

import id.pendopo.channels.Address;
import id.pendopo.channels.AddressEvent;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what a webhook of a WhatsApp sender says. Twilio tells no time in it, so that an event happened when we received it.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/guides/webhook-request">Twilio's request</a>
 */
final class TwilioWhatsAppEvents {

    /** Before every address of WhatsApp, a number in E.164 or Meta's id of a person for this business. */
    static final String PREFIX = "whatsapp:";

    private final ChannelAccount account;
    private final TwilioMedia media;
    private final Instant now;

    TwilioWhatsAppEvents(ChannelAccount account, TwilioMedia media, Instant now) {
        this.account = account;
        this.media = media;
        this.now = now;
    }

    List<InboundEvent> read(WebhookForm form) throws WebhookRejected {
        String sid = form.required("MessageSid");
        Optional<String> status = form.value("MessageStatus");
        return status.isPresent()
                ? TwilioReports.read(
                        account.name(),
                        sid,
                        status.get(),
                        form,
                        form.plain("To").flatMap(this::address),
                        now)
                : message(sid, form);
    }

    private List<InboundEvent> message(String sid, WebhookForm form) throws WebhookRejected {
        form.required("To");
        Address from = address(form.required("From"))
                .orElseThrow(
                        () -> new WebhookRejected(400, "From is no address of WhatsApp: is the number one of SMS?"));
        Optional<OptOutKeyword> keyword = OptOutKeyword.said(form.value("OptOutType"));
        if (keyword.isPresent()) {
            return keyword.get()
                    .what()
                    .<List<InboundEvent>>map(
                            what -> List.of(new AddressEvent(account.name(), sid + "/" + what, now, from, what)))
                    .orElse(List.of());
        }
        return form.value("MessageType").filter("reaction"::equals).isPresent()
                ? List.of()
                : List.of(message(sid, from, form));
    }

    private InboundMessage message(String sid, Address from, WebhookForm form) {
        Optional<String> choice = form.plain("ButtonPayload").or(() -> form.plain("ListId"));
        Optional<Location> place = place(form);
        List<Attachment> files = media.of(
                account.name(), account.settings(TwilioWhatsAppProperties.class).apiBaseUrl(), form);
        String text = place.isPresent()
                ? Stream.of("Label", "Address", "Body")
                        .flatMap(name -> form.value(name).stream())
                        .collect(Collectors.joining(", "))
                : form.value("Body").orElse("").strip();
        return new InboundMessage(
                account.name(),
                sid,
                now,
                account.kind(),
                from,
                choice.isPresent() ? "" : text,
                choice,
                place,
                files,
                Optional.empty());
    }

    private static Optional<Location> place(WebhookForm form) {
        return Location.of(degrees(form.value("Latitude")), degrees(form.value("Longitude")));
    }

    private static double degrees(Optional<String> written) {
        return written.filter(value -> value.matches("-?\\d{1,3}(\\.\\d{1,20})?"))
                .map(Double::parseDouble)
                .orElse(Double.NaN);
    }

    private Optional<Address> address(String written) {
        return Optional.of(written)
                .filter(value -> value.startsWith(PREFIX))
                .map(value -> value.substring(PREFIX.length()).strip())
                .filter(value -> !value.isEmpty())
                .map(value -> new Address(account.name(), value));
    }
}
