package id.pendopo.channels.telegram;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;

/**
 * The question for updates. The library's own counts in 32 bits: after the last number it would ask for the end of the
 * queue, again and again.
 *
 * @see <a href="https://core.telegram.org/bots/api#getupdates">getUpdates</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
final class UpdatesQuestion extends BotApiMethod<TelegramAnswer> {

    @JsonProperty("timeout")
    private final int timeout;

    @JsonProperty("limit")
    private final int limit;

    @JsonProperty("allowed_updates")
    private final List<String> kinds;

    @JsonProperty("offset")
    private final @Nullable Long offset;

    /**
     * @param timeout seconds
     * @param offset the first number that is wanted; absent for the first that is there
     */
    UpdatesQuestion(int timeout, int limit, List<String> kinds, @Nullable Long offset) {
        this.timeout = timeout;
        this.limit = limit;
        this.kinds = List.copyOf(kinds);
        this.offset = offset;
    }

    @Override
    public String getMethod() {
        return "getUpdates";
    }

    @Override
    public TelegramAnswer deserializeResponse(String answer) {
        return new TelegramAnswer(answer);
    }
}
