package id.pendopo.channels.voice;

import id.pendopo.channels.ChannelContract;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.WebhookRequest;
import id.pendopo.channels.twilio.Rules;
import id.pendopo.channels.twilio.TwilioClient;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.springframework.mock.env.MockEnvironment;

class VoiceContractTests extends ChannelContract {

    private static final String TOKEN = "3e4d5c6b7a8990a1b2c3d4e5f6071829";

    @Override
    protected ChannelAdapter adapter() {
        return new TwilioVoiceAdapter(
                Clock.systemUTC(),
                new MockEnvironment().withProperty("pendopo.public-url", "https://desk.example.org"),
                () -> "",
                TwilioClient.pooled());
    }

    @Override
    protected Map<String, String> account() {
        return Map.of(
                "account-sid", "AC5c1d2e3f405162738495a6b7c8d9eaf0",
                "auth-token", TOKEN,
                "from", "+622150001235",
                "agent-number", "+622150001236",
                "sms-account", "smsmain",
                "least-confidence", "0.5",
                "api-base-url", "https://twilio.example.org");
    }

    @Override
    protected Set<String> moreCases() {
        return Set.of(
                "answered", "keys", "silence", "unheard", "voicemail", "voicemail-elsewhere", "ended", "fallback");
    }

    @Override
    protected boolean reportsDelivery() {
        return false;
    }

    @Override
    protected String signature(WebhookRequest request) {
        return Rules.signature(request, TOKEN);
    }
}
