package id.pendopo.channels.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.SendFailed.Outcome;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboard;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

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

    /** Asks one thing, once, and wants a yes. */
    TelegramAnswer ask(TelegramProperties line, BotApiMethod<?> method) throws SendFailed {
        TelegramAnswer answer = answer(line, method);
        if (!answer.ok()) {
            throw TelegramErrors.refused(answer);
        }
        return answer;
    }

    /** Asks one thing, once; the answer may be no. */
    TelegramAnswer answer(TelegramProperties line, BotApiMethod<?> method) throws SendFailed {
        try {
            return client(line).execute(new TelegramMethod(method));
        } catch (TelegramApiException failure) {
            throw TelegramErrors.unanswered(failure);
        }
    }

    /** The same for questions that Telegram may think about for so many seconds. */
    TelegramApi waiting(int seconds) {
        return new TelegramApi(TelegramWire.patient(http, Duration.ofSeconds(seconds)));
    }

    /** The webhook travels as a form, which only the library's own method writes; its answer is a plain yes. */
    void ask(TelegramProperties line, SetWebhook webhook) throws SendFailed {
        try {
            client(line).execute(webhook);
        } catch (TelegramApiRequestException refused) {
            int code = Objects.requireNonNullElse(refused.getErrorCode(), 0);
            throw TelegramErrors.refused(new TelegramAnswer("{\"error_code\": " + code + "}"));
        } catch (TelegramApiException failure) {
            throw TelegramErrors.unanswered(failure);
        }
    }

    private OkHttpTelegramClient client(TelegramProperties line) {
        URI api = line.apiBaseUrl();
        boolean plain = "http".equals(api.getScheme());
        int port = api.getPort() > 0 ? api.getPort() : plain ? HTTP : HTTPS;
        TelegramUrl url = new TelegramUrl(plain ? "http" : "https", api.getHost(), port, false);
        return new OkHttpTelegramClient(json, http, line.botToken(), url);
    }
}
