package id.pendopo.channels.httpsms;

import id.pendopo.channels.ChannelContract;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.WebhookRequest;
import id.pendopo.ui.CountryPack;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The kind's contract, with the gateway that signs: SMS Gateway for Android. */
class HttpSmsContractTests extends ChannelContract {

    private static final String KEY = "kunci-yang-dibuat-aplikasi";
    private static final String TIMESTAMP = "1796105130";

    @Override
    protected ChannelAdapter adapter() {
        return new HttpSmsAdapter(Clock.systemUTC(), URI.create("https://desk.example.org"), CountryPack.chosen());
    }

    @Override
    protected Map<String, String> account() {
        return Map.ofEntries(
                Map.entry("secret", "rahasia-yang-panjang"),
                Map.entry("api-base-url", "https://gateway.example.org"),
                Map.entry("signature.key", KEY),
                Map.entry("signature.over", "{body}{header:X-Timestamp}"),
                Map.entry("inbound.from", "/payload/phoneNumber"),
                Map.entry("inbound.text", "/payload/message"),
                Map.entry("inbound.id", "/id"),
                Map.entry("inbound.at", "/payload/receivedAt"),
                Map.entry("inbound.when", "/event=sms:received"),
                Map.entry("reports.id", "/payload/messageId"),
                Map.entry("reports.status", "/event"),
                Map.entry("reports.error", "/payload/reason"),
                Map.entry("reports.sent", "sms:sent"),
                Map.entry("reports.delivered", "sms:delivered"),
                Map.entry("reports.failed", "sms:failed"),
                Map.entry("outbound.url", "/3rdparty/v1/messages"));
    }

    @Override
    protected Set<String> moreCases() {
        return Set.of("status-sent", "status-at-its-own-address", "without-id", "national-number", "time-without-zone");
    }

    @Override
    protected boolean reportsDelivery() {
        return true;
    }

    @Override
    protected String signature(WebhookRequest request) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(request.body());
            return HexFormat.of().formatHex(mac.doFinal(TIMESTAMP.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
