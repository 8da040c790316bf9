package id.pendopo.channels.telegram;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import tools.jackson.databind.JsonNode;

/**
 * Acknowledgements of updates. What an update calls for beside a turn: the wheel on a pressed button stops, and a
 * group that speaks to the bot is told politely that it is not served.
 */
final class TelegramAcknowledgement {

    private static final Set<String> GROUPS = Set.of("group", "supergroup");
    private static final Set<String> INSIDE = Set.of("member", "administrator", "restricted");

    /** https://core.telegram.org/bots/api#messageentity: words that are meant for a bot. */
    private static final Set<String> ADDRESSING = Set.of("bot_command", "mention", "text_mention");

    private TelegramAcknowledgement() {}

    static Optional<BotApiMethod<?>> of(TelegramUpdate update) {
        String pressed = TelegramUpdate.words(update.get("callback_query").path("id"));
        if (!pressed.isEmpty()) {
            // https://core.telegram.org/bots/api#answercallbackquery
            return Optional.of(
                    AnswerCallbackQuery.builder().callbackQueryId(pressed).build());
        }
        JsonNode message = update.get("message");
        JsonNode change = update.get("my_chat_member");
        if (message.path("migrate_to_chat_id").isIntegralNumber()) {
            return refusal(message.path("migrate_to_chat_id"), message);
        }
        if (isGroup(message) && speaksToUs(message)) {
            return refusal(message.path("chat").path("id"), message);
        }
        return isGroup(change) && weCameIn(change) ? refusal(change.path("chat").path("id"), change) : Optional.empty();
    }

    private static Optional<BotApiMethod<?>> refusal(JsonNode chat, JsonNode said) {
        String words = TelegramWords.notHere(TelegramUpdate.language(said.path("from")));
        return Optional.of(
                SendMessage.builder().chatId(chat.asString("")).text(words).build());
    }

    private static boolean isGroup(JsonNode said) {
        return GROUPS.contains(said.path("chat").path("type").asString(""));
    }

    /** A bot that is an administrator hears everything; most of it is not said to it. */
    private static boolean speaksToUs(JsonNode message) {
        boolean fromABot = message.path("from").path("is_bot").asBoolean(false);
        return !fromABot
                && List.of("entities", "caption_entities").stream()
                        .flatMap(kind -> StreamSupport.stream(message.path(kind).spliterator(), false))
                        .anyMatch(entity ->
                                ADDRESSING.contains(entity.path("type").asString("")));
    }

    private static boolean weCameIn(JsonNode change) {
        return INSIDE.contains(status(change, "new_chat_member"))
                && !INSIDE.contains(status(change, "old_chat_member"));
    }

    private static String status(JsonNode change, String member) {
        return change.path(member).path("status").asString("");
    }
}
