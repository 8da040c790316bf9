package id.pendopo.channels.telegram;

import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.adapter.PullAdapter.Checkpoint;
import id.pendopo.channels.adapter.PullAdapter.Pulled;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.WebhookRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Long polling of updates: asks Telegram for updates. Each is handed on as it came: the library's own classes refuse a
 * whole batch for one field.
 *
 * @see <a href="https://core.telegram.org/bots/api#getupdates">getUpdates</a>
 */
final class TelegramPolling {

    /** Seconds that Telegram waits for something to come. */
    static final int WAIT = 10;

    private static final int BATCH = 50;

    /** Names of updates may begin anew after a week without any; the last one then says nothing of the next. */
    private static final Duration NAMES_HOLD = Duration.ofDays(6);

    private final TelegramApi api;
    private final URI publicUrl;
    private final Clock clock;

    TelegramPolling(TelegramApi api, URI publicUrl, Clock clock) {
        this.clock = clock;
        this.api = api.waiting(WAIT);
        this.publicUrl = publicUrl;
    }

    List<Pulled> pull(ChannelAccount account, Optional<Checkpoint> last) throws SendFailed {
        Long offset = last.filter(
                        known -> clock.instant().isBefore(known.moved().plus(NAMES_HOLD)))
                .map(known -> Math.addExact(known.position(), 1))
                .orElse(null);
        UpdatesQuestion question = new UpdatesQuestion(WAIT, BATCH, TelegramWebhook.UPDATES, offset);
        JsonNode updates =
                api.ask(account.settings(TelegramProperties.class), question).result();
        List<Pulled> pulled = new ArrayList<>();
        for (JsonNode update : updates) {
            JsonNode id = update.path("update_id");
            if (id.isIntegralNumber() && id.canConvertToLong() && id.asLong() < Long.MAX_VALUE) {
                pulled.add(new Pulled(id.asLong(), request(account, update)));
            }
        }
        return pulled;
    }

    private WebhookRequest request(ChannelAccount account, JsonNode update) {
        byte[] body = JsonMapper.shared().writeValueAsBytes(update);
        return new WebhookRequest(account.name(), "POST", publicUrl, "", "", Map.of(), body);
    }
}
