package id.pendopo.config.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Twilio's list of messages.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource#read-multiple-message-resources">List</a>
 */
final class TwilioMessages {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss Z", Locale.ENGLISH);

    private final List<Text> texts = new ArrayList<>();

    /** A message; {@code direction} in Twilio's words. */
    record Text(String sid, String direction, String from, String to, String body, Instant at) {

        Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            String time = TIME.format(at.atOffset(ZoneOffset.UTC));
            json.put("sid", sid);
            json.put("direction", direction);
            json.put("from", from);
            json.put("to", to);
            json.put("body", body);
            json.put("status", direction.equals("inbound") ? "received" : "delivered");
            json.put("num_media", "0");
            json.put("date_created", time);
            json.put("date_sent", time);
            return json;
        }
    }

    synchronized void add(Text text) {
        texts.add(text);
    }

    /** A page, newest first, with the address of the next. */
    synchronized Map<String, Object> page(String path, Map<String, String> query) {
        int size = Integer.parseInt(query.getOrDefault("PageSize", "50"));
        int page = Integer.parseInt(query.getOrDefault("Page", "0"));
        List<Text> found =
                texts.stream().filter(text -> asked(text, query)).toList().reversed();
        List<Text> shown =
                found.subList(Math.min(found.size(), page * size), Math.min(found.size(), (page + 1) * size));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("messages", shown.stream().map(Text::json).toList());
        json.put("page", page);
        json.put("page_size", size);
        json.put("uri", path);
        json.put("next_page_uri", (page + 1) * size < found.size() ? next(path, query, page + 1) : null);
        return json;
    }

    private static String next(String path, Map<String, String> query, int page) {
        Map<String, String> next = new LinkedHashMap<>(query);
        next.put("Page", "" + page);
        return path + "?" + Forms.encode(next);
    }

    private static boolean asked(Text text, Map<String, String> query) {
        return Optional.ofNullable(query.get("To")).map(text.to()::equals).orElse(true)
                && Optional.ofNullable(query.get("From"))
                        .map(text.from()::equals)
                        .orElse(true)
                && time(query, "DateSent>")
                        .map(since -> !text.at().isBefore(since))
                        .orElse(true)
                && time(query, "DateSent<")
                        .map(until -> !text.at().isAfter(until))
                        .orElse(true);
    }

    private static Optional<Instant> time(Map<String, String> query, String name) {
        // Twilio's library writes UTC without saying so.
        return Optional.ofNullable(query.get(name)).map(time -> Instant.parse(time.replaceFirst("Z?$", "Z")));
    }
}
