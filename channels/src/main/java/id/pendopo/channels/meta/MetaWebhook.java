package id.pendopo.channels.meta;

import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.adapter.WebhookForm;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.adapter.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request of Meta's: who sent it, and what is in it.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started">Webhooks</a>
 */
public final class MetaWebhook {

    /** Bytes of a body: https://developers.facebook.com/docs/whatsapp/webhooks/overview has 3 MB. */
    public static final int BODY_LIMIT = 3 << 20;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SIGNATURE = "x-hub-signature-256";
    private static final String HMAC = "HmacSHA256";

    private MetaWebhook() {}

    /**
     * Makes sure that Meta asks: by our own word at the handshake, by the signature over the raw bytes otherwise.
     *
     * @throws WebhookRejected 401 without a signature or with two, 403 when it or our word does not fit
     */
    public static void verify(WebhookRequest request, MetaAccount account) throws WebhookRejected {
        if (request.method().equals("GET")) {
            WebhookForm asked = WebhookForm.parse(request.query());
            if (asked.repeats() || !equal(asked.value("hub.verify_token").orElse(""), account.verifyToken())) {
                throw new WebhookRejected(403, "hub.verify_token does not fit");
            }
            return;
        }
        String signature = request.header(SIGNATURE)
                .orElseThrow(() -> new WebhookRejected(401, "X-Hub-Signature-256 is missing or repeated"));
        if (!equal(signature, "sha256=" + hmac(account.appSecret(), request.body()))) {
            throw new WebhookRejected(403, "X-Hub-Signature-256 does not fit: check the app secret");
        }
    }

    /** The answer to the handshake; empty when the request is none. */
    public static Optional<WebhookAnswer> handshake(WebhookRequest request) throws WebhookRejected {
        if (!request.method().equals("GET")) {
            return Optional.empty();
        }
        String challenge = WebhookForm.parse(request.query()).required("hub.challenge");
        return Optional.of(text(challenge));
    }

    /**
     * The body, of whichever app.
     *
     * @throws WebhookRejected 400 when it is no JSON object
     */
    public static JsonNode body(WebhookRequest request) throws WebhookRejected {
        try {
            JsonNode body = JSON.readTree(request.body());
            if (body.isObject()) {
                return body;
            }
        } catch (JacksonException broken) {
            throw new WebhookRejected(400, "the body is no JSON");
        }
        throw new WebhookRejected(400, "the body is no JSON object");
    }

    /** Thanks: whatever is in the body, Meta wants 200. */
    public static WebhookAnswer thanks() {
        return text("EVENT_RECEIVED");
    }

    private static WebhookAnswer text(String words) {
        return new WebhookAnswer(200, "text/plain;charset=UTF-8", words.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String hmac(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }
}
