package id.pendopo.channels.sms;

import id.pendopo.channels.ChannelAdapter;
import id.pendopo.channels.ChannelContract;
import id.pendopo.channels.WebhookRejected;
import id.pendopo.channels.WebhookRequest;
import id.pendopo.channels.twilio.TwilioForm;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

class SmsContractTests extends ChannelContract {

    private static final String TOKEN = "3e4d5c6b7a8990a1b2c3d4e5f6071829";

    @Override
    protected ChannelAdapter adapter() {
        return new TwilioSmsAdapter(
                Clock.systemUTC(),
                URI.create("https://desk.example.org"),
                new SimpleMeterRegistry(),
                TwilioSmsAdapter.clients());
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

    /** Made by the rules alone, so that the adapter is not measured by itself. */
    @Override
    protected String signature(WebhookRequest request) {
        StringBuilder signed = new StringBuilder(request.url());
        if (!request.query().contains("bodySHA256")) {
            new TreeMap<>(fields(request))
                    .forEach((name, values) -> new TreeSet<>(values)
                            .forEach(value -> signed.append(name).append(value)));
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, List<String>> fields(WebhookRequest request) {
        try {
            return TwilioForm.body(request).fields();
        } catch (WebhookRejected malformed) {
            return Map.of();
        }
    }
}
