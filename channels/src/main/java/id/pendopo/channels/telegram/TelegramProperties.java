package id.pendopo.channels.telegram;

import id.pendopo.channels.AccountSettings;
import id.pendopo.channels.adapter.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A bot of Telegram.
 *
 * @param botToken what BotFather gave out: {@code 123456:ABC…}
 * @param webhookSecret what Telegram repeats in a header of every webhook, chosen by the operator; not needed when polling
 * @param mode whether Telegram calls the desk, or the desk asks Telegram
 * @param apiBaseUrl Telegram's address, or another server that speaks its protocol
 */
record TelegramProperties(
        @Secret @DefaultValue("") String botToken,
        @Secret @DefaultValue("") String webhookSecret,
        @DefaultValue("webhook") Mode mode,
        @DefaultValue("https://api.telegram.org") URI apiBaseUrl)
        implements AccountSettings {

    /** https://core.telegram.org/bots/api#setwebhook: secret_token. */
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{1,256}");

    enum Mode {
        WEBHOOK,
        POLLING
    }

    @Override
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (botToken.isBlank()) {
            missing.add("bot-token");
        }
        if (mode == Mode.WEBHOOK && webhookSecret.isBlank()) {
            missing.add("webhook-secret");
        } else if (mode == Mode.WEBHOOK && !SECRET.matcher(webhookSecret).matches()) {
            missing.add("webhook-secret (1 to 256 characters A-Z, a-z, 0-9, _ and -)");
        }
        return List.copyOf(missing);
    }

    boolean polls() {
        return mode == Mode.POLLING;
    }

    @Override
    public String toString() {
        return "TelegramProperties[" + mode + ", " + apiBaseUrl.getHost() + ", REDACTED]";
    }
}
