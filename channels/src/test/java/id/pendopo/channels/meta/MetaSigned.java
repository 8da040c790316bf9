package id.pendopo.channels.meta;

import id.pendopo.channels.adapter.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests of tests as Meta does. */
public final class MetaSigned {

    private MetaSigned() {}

    public static String signature(WebhookRequest request, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(request.body()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
