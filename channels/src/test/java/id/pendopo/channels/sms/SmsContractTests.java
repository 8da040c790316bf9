package id.pendopo.channels.sms;

import id.pendopo.channels.ChannelContract;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.WebhookRequest;
import id.pendopo.channels.twilio.Rules;
import id.pendopo.channels.twilio.TwilioClient;
import id.pendopo.ui.CountryPack;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

class SmsContractTests extends ChannelContract {

    private static final String TOKEN = "3e4d5c6b7a8990a1b2c3d4e5f6071829";

    @Override
    protected ChannelAdapter adapter() {
        return new TwilioSmsAdapter(
                Clock.systemUTC(),
                URI.create("https://desk.example.org"),
                new SimpleMeterRegistry(),
                TwilioClient.pooled(),
                CountryPack.chosen());
    }

    @Override
    protected Map<String, String> account() {
        return Map.of(
                "account-sid", "AC5c1d2e3f405162738495a6b7c8d9eaf0",
                "auth-token", TOKEN,
                "from", "+622150001234",
                "reply", "rest",
                "api-base-url", "https://twilio.example.org");
    }

    @Override
    protected Set<String> moreCases() {
        return Set.of(
                "stop", "start", "help", "berhenti", "media-elsewhere", "repeated-field", "foreign-account", "get");
    }

    @Override
    protected boolean reportsDelivery() {
        return true;
    }

    @Override
    protected String signature(WebhookRequest request) {
        return Rules.signature(request, TOKEN);
    }
}
