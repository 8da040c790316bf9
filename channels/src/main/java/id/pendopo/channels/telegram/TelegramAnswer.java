package id.pendopo.channels.telegram;

import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Telegram answered, read as far as we need it.
 *
 * @param json the whole answer
 * @see <a href="https://core.telegram.org/bots/api#making-requests">Making requests</a>
 */
record TelegramAnswer(String json) implements Serializable {

    /** How long a wait is believed: a wrong one must not silence the line for days. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    boolean ok() {
        return body().path("ok").asBoolean(false);
    }

    JsonNode result() {
        return body().path("result");
    }

    /** Telegram's error code, like HTTP's; 0 when it says none. */
    int code() {
        return body().path("error_code").asInt(0);
    }

    /** Telegram's own words, in English; for telling errors of one code apart, never for a log. */
    String description() {
        return body().path("description").asString("");
    }

    /** https://core.telegram.org/bots/api#responseparameters */
    Optional<Duration> retryAfter() {
        long seconds = body().path("parameters").path("retry_after").asLong(0);
        Duration asked = Duration.ofSeconds(Math.clamp(seconds, 0, LONGEST_WAIT.toSeconds()));
        return Optional.of(asked).filter(Duration::isPositive);
    }

    private JsonNode body() {
        try {
            return JsonMapper.shared().readTree(json);
        } catch (JacksonException broken) {
            return JsonMapper.shared().missingNode();
        }
    }

    @Override
    public String toString() {
        return "TelegramAnswer[" + code() + "]";
    }
}
