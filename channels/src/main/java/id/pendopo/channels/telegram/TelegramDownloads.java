package id.pendopo.channels.telegram;

import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.adapter.Download;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.SendFailed.Outcome;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.telegram.telegrambots.meta.api.methods.GetFile;

/**
 * Takes files from Telegram. The address of a file holds the bot's token: it is made, used and forgotten here.
 *
 * @see <a href="https://core.telegram.org/bots/api#getfile">getFile</a>
 */
final class TelegramDownloads {

    /** What Telegram calls files; anything else would lead somewhere else. */
    private static final Pattern PATH = Pattern.compile("\\w[\\w-]*(?:/[\\w-]+)*(?:\\.\\w+)?");

    private final TelegramApi api;
    private final Download download = new Download(Set.of());

    TelegramDownloads(TelegramApi api) {
        this.api = api;
    }

    byte[] fetch(TelegramProperties line, String fileId) throws SendFailed, AttachmentRefused {
        TelegramAnswer answer = api.answer(line, new GetFile(fileId));
        if (answer.code() == 400 && answer.description().contains("too big")) {
            throw new AttachmentRefused(AttachmentRefused.Reason.TOO_LARGE);
        }
        if (!answer.ok()) {
            throw TelegramErrors.refused(answer);
        }
        if (answer.result().path("file_size").asLong(0) > Download.LARGEST) {
            throw new AttachmentRefused(AttachmentRefused.Reason.TOO_LARGE);
        }
        String path = answer.result().path("file_path").asString("");
        if (path.isEmpty()) {
            throw new SendFailed(Outcome.RETRY, "no path", Optional.empty());
        }
        if (!PATH.matcher(path).matches()) {
            throw new AttachmentRefused(AttachmentRefused.Reason.ELSEWHERE);
        }
        String base = line.apiBaseUrl().toString().replaceAll("/+$", "");
        return download.get(line.apiBaseUrl(), base + "/file/bot" + line.botToken() + "/" + path, Map.of());
    }
}
