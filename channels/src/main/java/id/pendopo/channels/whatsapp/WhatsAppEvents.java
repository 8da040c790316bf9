package id.pendopo.channels.whatsapp;

import static id.pendopo.channels.adapter.WebhookJson.first;
import static id.pendopo.channels.adapter.WebhookJson.place;
import static id.pendopo.channels.adapter.WebhookJson.words;

import id.pendopo.channels.Address;
import id.pendopo.channels.AddressEvent;
import id.pendopo.channels.AddressEvent.What;
import id.pendopo.channels.Attachment;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.DeliveryReport;
import id.pendopo.channels.DeliveryReport.Remedy;
import id.pendopo.channels.DeliveryReport.Status;
import id.pendopo.channels.InboundEvent;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Location;
import id.pendopo.channels.adapter.WebhookJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads what a webhook of WhatsApp says about one number.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/components">Webhooks of WhatsApp</a>
 */
final class WhatsAppEvents {

    private static final Map<String, Status> STATUSES =
            Map.of("sent", Status.SENT, "delivered", Status.DELIVERED, "read", Status.READ, "failed", Status.FAILED);

    /** https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes */
    private static final Map<String, Remedy> REMEDIES =
            Map.of("131047", Remedy.OTHER_WAY, "130429", Remedy.LATER, "131048", Remedy.LATER, "131056", Remedy.LATER);

    private static final List<String> MEDIA = List.of("image", "audio", "voice", "video", "document", "sticker");

    /** What somebody sent that we cannot read, and that deserves an answer all the same. */
    private static final List<String> WORDLESS = List.of("contacts", "order", "unsupported", "unknown");

    /** What a person's new number is called. */
    private static final String MOVED = "user_changed_number";

    /** A number without its plus, or an id of this business alone, which begins with a country. */
    private static final Pattern SENDER = Pattern.compile("\\d{4,20}|[A-Z]{2}\\.[A-Za-z0-9._-]{1,128}");

    private static final String NO_TYPE = "application/octet-stream";

    private final ChannelAccount account;
    private final WhatsAppCloudProperties settings;
    private final Instant now;

    WhatsAppEvents(ChannelAccount account, Instant now) {
        this.account = account;
        this.settings = account.settings(WhatsAppCloudProperties.class);
        this.now = now;
    }

    /** Events of this account's number; an app's address is called for all its numbers. */
    List<InboundEvent> read(JsonNode body) {
        return changes(body).flatMap(this::events).toList();
    }

    /** All of them where an account knows no number, as somebody who looks at a recorded request may have it. */
    private Stream<JsonNode> changes(JsonNode body) {
        return body.path("entry")
                .valueStream()
                .flatMap(entry -> entry.path("changes").valueStream())
                .map(change -> change.path("value"))
                .filter(value -> settings.phoneNumberId().isBlank()
                        || words(value.path("metadata").path("phone_number_id")).equals(settings.phoneNumberId()));
    }

    /** Names of messages that came in, for what is said of them beside the turn. */
    List<String> messages(JsonNode body) {
        return changes(body)
                .flatMap(value -> value.path("messages").valueStream())
                .map(message -> words(message.path("id")))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private Stream<InboundEvent> events(JsonNode value) {
        return Stream.concat(
                value.path("messages").valueStream().flatMap(message -> message(message).stream()),
                value.path("statuses").valueStream().flatMap(status -> report(status).stream()));
    }

    private Optional<InboundEvent> message(JsonNode message) {
        String id = words(message.path("id"));
        // A person may have no number for us, but an id of this business alone.
        String from = first(message.path("from"), message.path("from_user_id"));
        String type = words(message.path("type"));
        if (id.isEmpty() || !SENDER.matcher(from).matches() || message.has("group_id")) {
            return Optional.empty();
        }
        if (type.equals("system")) {
            return moved(message, id, from);
        }
        String text = text(message, type);
        Optional<String> choice = choice(message, type);
        Optional<Location> place = place(message.path("location"));
        List<Attachment> files = MEDIA.contains(type) ? files(message.path(type)) : List.of();
        boolean said = !text.isEmpty() || choice.isPresent() || place.isPresent() || !files.isEmpty();
        if (!said && !WORDLESS.contains(type)) {
            return Optional.empty();
        }
        return Optional.of(new InboundMessage(
                account.name(),
                id,
                at(message.path("timestamp")),
                account.kind(),
                new Address(account.name(), from),
                choice.isPresent() ? "" : text,
                choice,
                place,
                files,
                Optional.empty()));
    }

    /** Where to is said as well; it is not followed, since a number that was left may become somebody else's. */
    private Optional<InboundEvent> moved(JsonNode message, String id, String from) {
        return words(message.path("system").path("type")).equals(MOVED)
                ? Optional.of(new AddressEvent(
                        account.name(),
                        id,
                        at(message.path("timestamp")),
                        new Address(account.name(), from),
                        What.MOVED))
                : Optional.empty();
    }

    private static String text(JsonNode message, String type) {
        JsonNode part = message.path(type);
        return switch (type) {
            case "text" -> words(part.path("body"));
            case "button" -> words(part.path("text"));
            case "interactive" ->
                first(
                        part.path("button_reply").path("title"),
                        part.path("list_reply").path("title"),
                        part.path("nfm_reply").path("response_json"),
                        part.path("nfm_reply").path("body"));
            case "location" ->
                Stream.of(part.path("name"), part.path("address"))
                        .map(WebhookJson::words)
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(", "));
            default -> words(part.path("caption"));
        };
    }

    private static Optional<String> choice(JsonNode message, String type) {
        JsonNode part = message.path(type);
        String id = switch (type) {
            case "button" -> words(part.path("payload"));
            case "interactive" ->
                first(
                        part.path("button_reply").path("id"),
                        part.path("list_reply").path("id"));
            default -> "";
        };
        return Optional.of(id).filter(name -> !name.isEmpty());
    }

    private static List<Attachment> files(JsonNode file) {
        String id = words(file.path("id"));
        String type = words(file.path("mime_type")).replaceFirst(";.*", "");
        return id.isEmpty() ? List.of() : List.of(new Attachment(type.isEmpty() ? NO_TYPE : type, id));
    }

    /** States that are none of ours ("deleted", "warning") tell nothing. */
    private Optional<InboundEvent> report(JsonNode said) {
        String id = words(said.path("id"));
        Status status = STATUSES.get(words(said.path("status")));
        if (id.isEmpty() || status == null) {
            return Optional.empty();
        }
        List<String> reasons = new ArrayList<>();
        said.path("errors")
                .valueStream()
                .map(error -> words(error.path("code")))
                .forEach(reasons::add);
        return Optional.of(new DeliveryReport(
                account.name(),
                id + "/" + words(said.path("status")),
                at(said.path("timestamp")),
                Optional.of(id),
                Optional.of(first(said.path("recipient_id"), said.path("recipient_user_id")))
                        .filter(to -> !to.isEmpty())
                        .map(to -> new Address(account.name(), to)),
                status,
                status == Status.FAILED
                        ? reasons.stream().findFirst().or(() -> Optional.of("failed"))
                        : Optional.empty(),
                reasons.stream()
                        .map(REMEDIES::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(Remedy.NONE)));
    }

    /** Seconds since 1970, as a string; a clock that is wrong puts nothing into the future. */
    private Instant at(JsonNode seconds) {
        String written = words(seconds);
        Instant at = written.matches("\\d{1,11}") ? Instant.ofEpochSecond(Long.parseLong(written)) : now;
        return at.isAfter(now) ? now : at;
    }
}
