package id.pendopo.channels.telegram;

import id.pendopo.channels.ChannelContract;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.WebhookRequest;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

class TelegramContractTests extends ChannelContract {

    static final String SECRET = "Kata_sandi-desa-42";

    @Override
    protected ChannelAdapter adapter() {
        return new TelegramAdapter(Clock.systemUTC(), URI.create("https://desk.example.org"));
    }

    @Override
    protected Map<String, String> account() {
        return Map.of(
                "bot-token", "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw",
                "webhook-secret", SECRET,
                "mode", "webhook",
                "api-base-url", "https://telegram.example.org");
    }

    @Override
    protected Set<String> moreCases() {
        return Set.of("start", "button", "edited", "blocked", "group", "own-contact", "contact-of-somebody-else");
    }

    @Override
    protected boolean reportsDelivery() {
        return false;
    }

    /** The secret itself: Telegram signs nothing. */
    @Override
    protected String signature(WebhookRequest request) {
        return SECRET;
    }
}
