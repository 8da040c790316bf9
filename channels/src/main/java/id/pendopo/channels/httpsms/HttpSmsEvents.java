package id.pendopo.channels.httpsms;

import id.pendopo.channels.Address;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.DeliveryReport;
import id.pendopo.channels.DeliveryReport.Status;
import id.pendopo.channels.InboundEvent;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.httpsms.HttpSmsProperties.Inbound;
import id.pendopo.channels.httpsms.HttpSmsProperties.Reports;
import id.pendopo.channels.texting.TelephoneNumber;
import id.pendopo.ui.CountryPack;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads messages and reports from the configured places of a request. */
final class HttpSmsEvents {

    private static final int SECONDS_DIGITS = 10;

    private final ChannelAccount account;
    private final HttpSmsProperties settings;
    private final Instant now;
    private final String region;
    private final ZoneId zone;

    HttpSmsEvents(ChannelAccount account, Instant now, CountryPack pack) {
        this.account = account;
        this.settings = account.settings(HttpSmsProperties.class);
        this.now = now;
        this.region = pack.region();
        this.zone = pack.zone();
    }

    /**
     * A request to the account's own address.
     *
     * @throws WebhookRejected 400 when a message lacks its sender or what tells it from others
     */
    List<InboundEvent> messages(HttpSmsFields fields) throws WebhookRejected {
        List<InboundEvent> events = new ArrayList<>();
        for (HttpSmsFields entry : fields.each(settings.inbound().each())) {
            if (entry.has(settings.inbound().when())) {
                events.add(message(entry));
            } else if (isReport(entry)) {
                report(entry).ifPresent(events::add);
            }
        }
        return events;
    }

    private boolean isReport(HttpSmsFields entry) {
        return entry.value(settings.reports().id()).isPresent()
                && entry.value(settings.reports().status()).isPresent();
    }

    private InboundMessage message(HttpSmsFields entry) throws WebhookRejected {
        Inbound places = settings.inbound();
        String sender = TelephoneNumber.e164(entry.required(places.from()), region);
        String text = entry.value(places.text()).orElse("");
        Optional<String> id = entry.value(places.id());
        // The same for the same message, however often it is sent.
        String named = id.isPresent()
                ? id.get()
                : Address.ExternalName.hash(sender + '\n' + entry.required(places.at()) + '\n' + text);
        return InboundMessage.text(
                account.name(),
                named,
                entry.value(places.at()).flatMap(this::at).orElse(now),
                account.kind(),
                new Address(account.name(), sender),
                text);
    }

    /** @throws WebhookRejected 400 when a report does not say of what message, or what became of it */
    List<InboundEvent> reports(HttpSmsFields fields) throws WebhookRejected {
        List<InboundEvent> events = new ArrayList<>();
        for (HttpSmsFields entry : fields.each(settings.reports().each())) {
            report(entry).ifPresent(events::add);
        }
        return events;
    }

    private Optional<InboundEvent> report(HttpSmsFields entry) throws WebhookRejected {
        Reports places = settings.reports();
        String id = entry.required(places.id());
        String said = entry.required(places.status());
        return status(said)
                .map(status -> new DeliveryReport(
                        account.name(),
                        id + "/" + said,
                        now,
                        Optional.of(id),
                        Optional.empty(),
                        status,
                        status == Status.FAILED
                                ? entry.value(places.error()).or(() -> Optional.of(said))
                                : Optional.empty()));
    }

    private Optional<Status> status(String said) {
        Reports places = settings.reports();
        if (places.delivered().contains(said)) {
            return Optional.of(Status.DELIVERED);
        }
        if (places.failed().contains(said)) {
            return Optional.of(Status.FAILED);
        }
        return places.sent().contains(said) ? Optional.of(Status.SENT) : Optional.empty();
    }

    /** A clock that is wrong puts no message into the future. */
    private Optional<Instant> at(String written) {
        return read(written).map(at -> at.isAfter(now) ? now : at);
    }

    private Optional<Instant> read(String written) {
        try {
            if (written.matches("\\d{9,13}")) {
                long number = Long.parseLong(written);
                return Optional.of(
                        written.length() <= SECONDS_DIGITS
                                ? Instant.ofEpochSecond(number)
                                : Instant.ofEpochMilli(number));
            }
            String iso = written.replace(' ', 'T');
            return Optional.of(
                    iso.matches(".*T.*(Z|[+-]\\d\\d:?\\d\\d)")
                            ? OffsetDateTime.parse(iso).toInstant()
                            : LocalDateTime.parse(iso).atZone(zone).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
