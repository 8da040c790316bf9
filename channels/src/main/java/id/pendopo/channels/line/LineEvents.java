package id.pendopo.channels.line;

import id.pendopo.channels.Address;
import id.pendopo.channels.AddressEvent;
import id.pendopo.channels.AddressEvent.What;
import id.pendopo.channels.Attachment;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.InboundEvent;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.InboundMessage.Named;
import id.pendopo.channels.InboundMessage.ReplyHandle;
import id.pendopo.channels.Location;
import id.pendopo.channels.MessageChanged;
import id.pendopo.channels.adapter.WebhookJson;
import java.net.URLConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads what a webhook of LINE says. Only what people write to the account alone: in a group or a room others would read the
 * answer.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#webhook-event-objects">Webhook event objects</a>
 */
final class LineEvents {

    /** A little less than the minute that https://developers.line.biz/en/docs/messaging-api/sending-messages/ gives. */
    private static final Duration ANSWERABLE = Duration.ofSeconds(50);

    private static final String NO_TYPE = "application/octet-stream";

    private final ChannelAccount account;
    private final Instant now;

    LineEvents(ChannelAccount account, Instant now) {
        this.account = account;
        this.now = now;
    }

    List<InboundEvent> read(JsonNode body) {
        return body.path("events")
                .valueStream()
                .filter(LineEvents::isOurs)
                .<InboundEvent>flatMap(event -> read(event, WebhookJson.words(event.path("type"))).stream())
                .toList();
    }

    /** Not while somebody else answers: https://developers.line.biz/en/reference/messaging-api/#common-properties */
    private static boolean isOurs(JsonNode event) {
        JsonNode source = event.path("source");
        return WebhookJson.words(source.path("type")).equals("user")
                && !WebhookJson.words(source.path("userId")).isEmpty()
                && !WebhookJson.words(event.path("mode")).equals("standby");
    }

    private Optional<? extends InboundEvent> read(JsonNode event, String type) {
        return switch (type) {
            case "message" -> message(event, event.path("message"));
            case "postback" ->
                pressed(event, WebhookJson.words(event.path("postback").path("data")));
            case "unsend" ->
                withdrawn(event, WebhookJson.words(event.path("unsend").path("messageId")));
            case "follow" ->
                happened(
                        event,
                        event.path("follow").path("isUnblocked").asBoolean(false) ? What.UNBLOCKED : What.STARTED);
            case "unfollow" -> happened(event, What.BLOCKED);
            default -> Optional.empty();
        };
    }

    private Optional<InboundMessage> message(JsonNode event, JsonNode message) {
        String id = WebhookJson.words(message.path("id"));
        String type = WebhookJson.words(message.path("type"));
        Optional<Location> place = type.equals("location") ? WebhookJson.place(message) : Optional.empty();
        List<Attachment> files = file(message, id, type).stream().toList();
        String text = text(message, type);
        boolean said = !text.isEmpty() || place.isPresent() || !files.isEmpty() || type.equals("sticker");
        if (id.isEmpty() || !said) {
            return Optional.empty();
        }
        Optional<String> album = Optional.of(
                        WebhookJson.words(message.path("imageSet").path("id")))
                .filter(set -> !set.isEmpty());
        return Optional.of(said(event, text, Optional.empty(), place, files, Optional.of(new Named(id, album))));
    }

    private Optional<InboundMessage> pressed(JsonNode event, String data) {
        return data.isEmpty()
                ? Optional.empty()
                : Optional.of(said(event, "", Optional.of(data), Optional.empty(), List.of(), Optional.empty()));
    }

    private InboundMessage said(
            JsonNode event,
            String text,
            Optional<String> choice,
            Optional<Location> place,
            List<Attachment> files,
            Optional<Named> named) {
        InboundMessage message = new InboundMessage(
                account.name(),
                id(event),
                at(event),
                account.kind(),
                from(event),
                text,
                choice,
                place,
                files,
                Optional.empty(),
                named);
        String token = WebhookJson.words(event.path("replyToken"));
        return token.isEmpty() ? message : message.with(new ReplyHandle(token, now.plus(ANSWERABLE)));
    }

    private static String text(JsonNode message, String type) {
        return switch (type) {
            case "text" -> WebhookJson.words(message.path("text"));
            case "sticker" -> {
                String written = WebhookJson.words(message.path("text"));
                yield written.isEmpty() ? joined(message.path("keywords").valueStream()) : written;
            }
            case "location" -> joined(Stream.of(message.path("title"), message.path("address")));
            default -> "";
        };
    }

    private static String joined(Stream<JsonNode> parts) {
        return parts.map(WebhookJson::words).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    /** LINE names no type; what lies elsewhere is told of by its address, which nobody fetches. */
    private static Optional<Attachment> file(JsonNode message, String id, String type) {
        JsonNode provider = message.path("contentProvider");
        String elsewhere = WebhookJson.words(provider.path("originalContentUrl"));
        String ref = WebhookJson.words(provider.path("type")).equals("external") ? elsewhere : id;
        Optional<String> media = switch (type) {
            case "image" -> Optional.of("image/jpeg");
            case "video" -> Optional.of("video/mp4");
            case "audio" -> Optional.of("audio/mp4");
            case "file" ->
                Optional.ofNullable(URLConnection.guessContentTypeFromName(WebhookJson.words(message.path("fileName"))))
                        .or(() -> Optional.of(NO_TYPE));
            default -> Optional.empty();
        };
        return media.filter(_ -> !ref.isEmpty()).map(known -> new Attachment(known, ref));
    }

    private Optional<MessageChanged> withdrawn(JsonNode event, String message) {
        return message.isEmpty()
                ? Optional.empty()
                : Optional.of(new MessageChanged(
                        account.name(), id(event), at(event), from(event), message, Optional.empty()));
    }

    private Optional<AddressEvent> happened(JsonNode event, What what) {
        return Optional.of(new AddressEvent(account.name(), id(event), at(event), from(event), what));
    }

    /** The same when LINE sends the event again; servers that speak an older protocol do not name it. */
    private String id(JsonNode event) {
        String id = WebhookJson.first(
                event.path("webhookEventId"), event.path("message").path("id"));
        return id.isEmpty()
                ? Address.ExternalName.hash(Stream.of(event.path("type"), event.path("timestamp"), event.path("source"))
                        .map(JsonNode::toString)
                        .collect(Collectors.joining()))
                : id;
    }

    private Address from(JsonNode event) {
        return new Address(
                account.name(), WebhookJson.words(event.path("source").path("userId")));
    }

    /** Milliseconds since 1970; a clock that is wrong puts nothing into the future. */
    private Instant at(JsonNode event) {
        String written = WebhookJson.words(event.path("timestamp"));
        Instant at = written.matches("\\d{1,14}") ? Instant.ofEpochMilli(Long.parseLong(written)) : now;
        return at.isAfter(now) ? now : at;
    }
}
