package id.pendopo.channels.telegram;

import id.pendopo.channels.Attachment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The files of a message, named by Telegram's {@code file_id}. */
final class TelegramFiles {

    /** Kinds of files, with the type that they have where Telegram does not say: https://core.telegram.org/bots/api#message */
    private static final Map<String, String> KINDS = Map.of(
            "document", "application/octet-stream",
            "audio", "audio/mpeg",
            "voice", "audio/ogg",
            "video", "video/mp4",
            "video_note", "video/mp4",
            "sticker", "image/webp");

    private TelegramFiles() {}

    static List<Attachment> of(JsonNode message) {
        Stream<Attachment> photo = largest(message.path("photo")).stream();
        Stream<Attachment> others = KINDS.keySet().stream()
                .sorted()
                .flatMap(kind -> file(message.path(kind), KINDS.getOrDefault(kind, "")).stream());
        return Stream.concat(photo, others).toList();
    }

    /** A photo comes in several sizes: https://core.telegram.org/bots/api#photosize */
    private static Optional<Attachment> largest(JsonNode sizes) {
        JsonNode best = sizes.path(0);
        for (JsonNode size : sizes) {
            best = points(size) > points(best) ? size : best;
        }
        return file(best, "image/jpeg");
    }

    private static long points(JsonNode size) {
        return size.path("width").asLong(0) * size.path("height").asLong(0);
    }

    private static Optional<Attachment> file(JsonNode file, String type) {
        String id = TelegramUpdate.words(file.path("file_id"));
        String said = TelegramUpdate.words(file.path("mime_type"));
        return id.isBlank() ? Optional.empty() : Optional.of(new Attachment(said.isBlank() ? type : said, id));
    }
}
