package id.pendopo.channels.meta;

import static id.pendopo.channels.adapter.WebhookJson.words;

import id.pendopo.channels.Attachment;
import id.pendopo.channels.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The content of a message: its words, files and place.
 *
 * @param speechless whether there is something that cannot be read, and that deserves an answer all the same
 * @see <a href="https://developers.facebook.com/docs/messenger-platform/reference/webhook-events/messages">Messages</a>
 */
record MessagingContent(String text, List<Attachment> files, Optional<Location> place, boolean speechless) {

    private static final String STORY_MENTION = "story_mention";
    private static final String STICKER = "sticker_id";

    /** What is a file, with the type that it has: Meta does not say. Links and posts lead to pages. */
    private static final Map<String, String> FILES = Map.of(
            "image", "image/jpeg",
            "audio", "audio/mp4",
            "video", "video/mp4",
            "reel", "video/mp4",
            "ig_reel", "video/mp4",
            "share", "application/octet-stream",
            "file", "application/octet-stream");

    /** Stickers that say something: the thumb beside the field to write in, small, large and larger. */
    private static final Set<String> THUMBS = Set.of("369239263222822", "369239343222814", "369239383222810");

    static MessagingContent of(JsonNode message) {
        List<JsonNode> attachments = message.path("attachments").valueStream().toList();
        String text = words(message.path("text"));
        return new MessagingContent(
                text.isEmpty() ? symbol(attachments) : text,
                attachments.stream()
                        .flatMap(attachment -> file(attachment).stream())
                        .toList(),
                attachments.stream()
                        .flatMap(attachment -> place(attachment).stream())
                        .findFirst(),
                // Who mentions us in a story speaks to others.
                message.path("is_unsupported").asBoolean(false)
                        || attachments.stream()
                                .anyMatch(attachment ->
                                        !words(attachment.path("type")).equals(STORY_MENTION)));
    }

    /** Whether nothing was said to us. */
    boolean isEmpty() {
        return text.isEmpty() && files.isEmpty() && place.isEmpty() && !speechless;
    }

    private static String symbol(List<JsonNode> attachments) {
        for (JsonNode attachment : attachments) {
            if (THUMBS.contains(words(attachment.path("payload").path(STICKER)))) {
                return "👍";
            }
            if (words(attachment.path("type")).equals("like_heart")) {
                return "❤️";
            }
        }
        return "";
    }

    /** Stickers were told of as pictures until 2026. */
    private static Optional<Attachment> file(JsonNode attachment) {
        JsonNode payload = attachment.path("payload");
        String url = words(payload.path("url"));
        String type = FILES.get(words(attachment.path("type")));
        return type != null && !payload.has(STICKER) && url.matches("(?i)https?://\\S+")
                ? Optional.of(new Attachment(type, url))
                : Optional.empty();
    }

    private static Optional<Location> place(JsonNode attachment) {
        JsonNode place = attachment.path("payload").path("coordinates");
        double lat = place.path("lat").asDouble(Double.NaN);
        double lon = place.path("long").asDouble(Double.NaN);
        return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? Optional.of(new Location(lat, lon)) : Optional.empty();
    }
}
