package id.pendopo.channels.twilio;

import id.pendopo.channels.adapter.WebhookForm;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.adapter.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs by Twilio's written rules alone, so that a line is not measured by itself. */
public final class Rules {

    private Rules() {}

    public static String signature(WebhookRequest request, String token) {
        StringBuilder signed = new StringBuilder(request.url());
        if (!request.query().contains("bodySHA256")) {
            new TreeMap<>(fields(request))
                    .forEach((name, values) -> new TreeSet<>(values)
                            .forEach(value -> signed.append(name).append(value)));
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, List<String>> fields(WebhookRequest request) {
        try {
            return WebhookForm.body(request).fields();
        } catch (WebhookRejected malformed) {
            return Map.of();
        }
    }
}
