package id.pendopo.channels.telegram;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.json.JsonMapper;

/** Updates as Telegram writes them, of an invented person. */
final class Updates {

    private static final AtomicLong IDS = new AtomicLong(730_000_000);

    private Updates() {}

    static long next() {
        return IDS.incrementAndGet();
    }

    static String message(long update, long chat, Map<String, Object> parts) {
        return of(update, "message", said(update, chat, parts));
    }

    static String text(long update, long chat, String text) {
        return message(update, chat, Map.of("text", text));
    }

    static String photo(long update, long chat, String file, Map<String, Object> parts) {
        Map<String, Object> all = new LinkedHashMap<>(parts);
        all.put("photo", List.of(Map.of("file_id", file, "width", 90, "height", 51)));
        return message(update, chat, all);
    }

    static String edited(long update, long chat, long message, String text) {
        Map<String, Object> said = said(message, chat, Map.of("text", text, "edit_date", 1795500100));
        return of(update, "edited_message", said);
    }

    static String pressed(long update, long chat, String query, String data) {
        return of(
                update,
                "callback_query",
                Map.of("id", query, "from", person(chat), "data", data, "message", said(1, chat, Map.of())));
    }

    static String group(long update, String type) {
        return of(
                update,
                "message",
                Map.of(
                        "message_id",
                        update,
                        "date",
                        1795500000,
                        "from",
                        person(77),
                        "chat",
                        Map.of("id", -1001234567890L, "type", "supergroup"),
                        "text",
                        "@desa_bot lampu mati",
                        "entities",
                        List.of(Map.of("type", type, "offset", 0, "length", 9))));
    }

    static String blocked(long update, long chat, String status) {
        return of(
                update,
                "my_chat_member",
                Map.of(
                        "chat", chat(chat),
                        "from", person(chat),
                        "date", 1795500000,
                        "old_chat_member", Map.of("status", "member"),
                        "new_chat_member", Map.of("status", status)));
    }

    static String of(long update, String kind, Map<String, Object> body) {
        return JsonMapper.shared().writeValueAsString(Map.of("update_id", update, kind, body));
    }

    private static Map<String, Object> said(long message, long chat, Map<String, Object> parts) {
        Map<String, Object> said = new LinkedHashMap<>(
                Map.of("message_id", message, "date", 1795500000, "from", person(chat), "chat", chat(chat)));
        said.putAll(parts);
        return said;
    }

    private static Map<String, Object> person(long id) {
        return Map.of("id", id, "is_bot", false, "first_name", "Siti", "language_code", "id");
    }

    private static Map<String, Object> chat(long id) {
        return Map.of("id", id, "type", "private", "first_name", "Siti");
    }
}
