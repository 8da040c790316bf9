package id.pendopo.channels.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.pendopo.channels.SendFailed;
import id.pendopo.channels.SendFailed.Outcome;
import java.net.URI;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboard;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * Telegram's Bot API, as far as the desk needs it, by the Telegram Bots library.
 *
 * @see <a href="https://core.telegram.org/bots/api">Bot API</a>
 */
final class TelegramApi {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final ObjectMapper json = new ObjectMapper();
    private final OkHttpClient http;

    TelegramApi(OkHttpClient http) {
        this.http = http;
    }

    /**
     * Sends a message.
     *
     * @return Telegram's id of it, unique within the chat
     * @see <a href="https://core.telegram.org/bots/api#sendmessage">sendMessage</a>
     */
    String send(TelegramProperties line, String chat, String text, Optional<ReplyKeyboard> keyboard) throws SendFailed {
        SendMessage message = SendMessage.builder()
                .chatId(chat)
                .text(text)
                .linkPreviewOptions(
                        LinkPreviewOptions.builder().isDisabled(true).build())
                .build();
        keyboard.ifPresent(message::setReplyMarkup);
        String id = ask(line, message).result().path("message_id").asString("");
        if (id.isEmpty()) {
            throw new SendFailed(Outcome.UNKNOWN, "no id", Optional.empty());
        }
        return id;
    }

    /** Asks one thing, once. */
    TelegramAnswer ask(TelegramProperties line, BotApiMethod<?> method) throws SendFailed {
        TelegramAnswer answer;
        try {
            answer = client(line).execute(new TelegramMethod(method));
        } catch (TelegramApiException failure) {
            throw TelegramErrors.unanswered(failure);
        }
        if (!answer.ok()) {
            throw TelegramErrors.refused(answer);
        }
        return answer;
    }

    private OkHttpTelegramClient client(TelegramProperties line) {
        URI api = line.apiBaseUrl();
        boolean plain = "http".equals(api.getScheme());
        int port = api.getPort() > 0 ? api.getPort() : plain ? HTTP : HTTPS;
        TelegramUrl url = new TelegramUrl(plain ? "http" : "https", api.getHost(), port, false);
        return new OkHttpTelegramClient(json, http, line.botToken(), url);
    }
}
