package id.pendopo.channels.telegram;

import id.pendopo.channels.adapter.WebhookRejected;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An update as Telegram sends it: read field by field, so that a field which is new, missing or of another type never makes
 * us lose the rest.
 *
 * @param id names the update, unique for the bot
 * @param body the whole update
 * @see <a href="https://core.telegram.org/bots/api#update">Update</a>
 */
record TelegramUpdate(long id, JsonNode body) {

    /** @throws WebhookRejected 400 when it is none */
    static TelegramUpdate read(byte[] json) throws WebhookRejected {
        try {
            return of(JsonMapper.shared().readTree(json));
        } catch (JacksonException broken) {
            throw new WebhookRejected(400, "the body is no JSON");
        }
    }

    static TelegramUpdate of(JsonNode body) throws WebhookRejected {
        JsonNode id = body.path("update_id");
        if (!id.isIntegralNumber() || !id.canConvertToLong()) {
            throw new WebhookRejected(400, "the body has no update_id");
        }
        return new TelegramUpdate(id.longValue(), body);
    }

    JsonNode get(String kind) {
        return body.path(kind);
    }

    /** A private conversation; Telegram's own examples leave the type out. */
    static boolean isPrivate(JsonNode chat) {
        return chat.path("id").isIntegralNumber()
                && chat.path("type").asString("private").equals("private");
    }

    /** Words without what no database can hold: NUL characters and halves of a surrogate pair. */
    static String words(JsonNode text) {
        return text.asString("").replace("\0", "").replaceAll("\\p{Cs}", "\uFFFD");
    }

    /** The language of somebody's app; empty when Telegram does not say. */
    static Optional<Locale> language(JsonNode person) {
        return Optional.of(Locale.forLanguageTag(person.path("language_code").asString("")))
                .filter(locale -> !locale.getLanguage().isEmpty());
    }

    @Override
    public String toString() {
        return "TelegramUpdate[" + id + "]";
    }
}
