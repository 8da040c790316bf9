package id.pendopo.channels.twiliowhatsapp;

import id.pendopo.channels.ChannelContract;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.WebhookRequest;
import id.pendopo.channels.twilio.Rules;
import id.pendopo.channels.twilio.TwilioClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

class TwilioWhatsAppContractTests extends ChannelContract {

    private static final String TOKEN = "3e4d5c6b7a8990a1b2c3d4e5f6071829";

    @Override
    protected ChannelAdapter adapter() {
        return new TwilioWhatsAppAdapter(
                Clock.systemUTC(),
                URI.create("https://desk.example.org"),
                new SimpleMeterRegistry(),
                TwilioClient.pooled());
    }

    @Override
    protected Map<String, String> account() {
        return Map.of(
                "account-sid", "AC5c1d2e3f405162738495a6b7c8d9eaf0",
                "auth-token", TOKEN,
                "from", "+622150001234",
                "api-base-url", "https://twilio.example.org");
    }

    @Override
    protected Set<String> moreCases() {
        return Set.of(
                "button",
                "list",
                "location",
                "image",
                "media-elsewhere",
                "without-a-number",
                "without-prefix",
                "stop",
                "status-read",
                "foreign-account");
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
