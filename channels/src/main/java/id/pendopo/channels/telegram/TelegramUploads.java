package id.pendopo.channels.telegram;

import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.SendFailed.Outcome;
import id.pendopo.channels.adapter.StoredFiles.Content;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Sends files to Telegram by their bytes. The library's own methods refuse an answer in which a field is missing, although the
 * file was sent.
 *
 * @see <a href="https://core.telegram.org/bots/api#sendphoto">sendPhoto</a> and <a
 *     href="https://core.telegram.org/bots/api#senddocument">sendDocument</a>
 */
final class TelegramUploads {

    /** UTF-16 units: https://core.telegram.org/bots/api#sendphoto */
    static final int LONGEST_CAPTION = 1024;

    /** Beyond what a text takes: 10 MB by a slow line. */
    private static final Duration MORE = Duration.ofSeconds(20);

    /** Bytes. */
    private static final long LONGEST_ANSWER = 1 << 20;

    private final OkHttpClient http;

    TelegramUploads(OkHttpClient http) {
        this.http = TelegramWire.patient(http, MORE);
    }

    /** @return Telegram's id of the message */
    String send(TelegramProperties line, String chat, Content file, String caption) throws SendFailed {
        String field = file.picture() ? "photo" : "document";
        MultipartBody.Builder form = new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("chat_id", chat)
                .addFormDataPart(field, file.name(), RequestBody.create(file.bytes(), MediaType.get(file.type())));
        if (!caption.isEmpty()) {
            form.addFormDataPart("caption", caption);
        }
        String base = line.apiBaseUrl().toString().replaceAll("/+$", "");
        String method = file.picture() ? "sendPhoto" : "sendDocument";
        Request request = new Request.Builder()
                .url(base + "/bot" + line.botToken() + "/" + method)
                .post(form.build())
                .build();
        TelegramAnswer answer = ask(request);
        if (!answer.ok()) {
            throw TelegramErrors.refused(answer);
        }
        String id = answer.result().path("message_id").asString("");
        if (id.isEmpty()) {
            throw new SendFailed(Outcome.UNKNOWN, "no id", Optional.empty());
        }
        return id;
    }

    private TelegramAnswer ask(Request request) throws SendFailed {
        try (Response response = http.newCall(request).execute()) {
            return new TelegramAnswer(response.peekBody(LONGEST_ANSWER).string());
        } catch (IOException failure) {
            throw TelegramErrors.unanswered(failure);
        }
    }
}
