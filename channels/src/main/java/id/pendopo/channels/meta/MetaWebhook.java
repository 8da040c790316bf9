package id.pendopo.channels.meta;

import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.adapter.HmacSha256;
import id.pendopo.channels.adapter.WebhookForm;
import id.pendopo.channels.adapter.WebhookJson;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.adapter.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A request of Meta's: who sent it, and what is in it.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started">Webhooks</a>
 */
public final class MetaWebhook {

    /** Bytes of a body: https://developers.facebook.com/docs/whatsapp/webhooks/overview has 3 MB. */
    public static final int BODY_LIMIT = 3 << 20;

    private static final String SIGNATURE = "x-hub-signature-256";

    private MetaWebhook() {}

    /**
     * Makes sure that Meta asks: by our own word at the handshake, by the signature over the raw bytes otherwise.
     *
     * @throws WebhookRejected 401 without a signature or with two, 403 when it or our word does not fit
     */
    public static void verify(WebhookRequest request, MetaAccount account) throws WebhookRejected {
        if (request.method().equals("GET")) {
            WebhookForm asked = WebhookForm.parse(request.query());
            if (asked.repeats()
                    || !HmacSha256.equal(asked.value("hub.verify_token").orElse(""), account.verifyToken())) {
                throw new WebhookRejected(403, "hub.verify_token does not fit");
            }
            return;
        }
        String signature = request.header(SIGNATURE)
                .orElseThrow(() -> new WebhookRejected(401, "X-Hub-Signature-256 is missing or repeated"));
        String expected = "sha256=" + HexFormat.of().formatHex(new HmacSha256(account.appSecret()).of(request.body()));
        if (!HmacSha256.equal(signature, expected)) {
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
        return WebhookJson.object(request);
    }

    /** Thanks: whatever is in the body, Meta wants 200. */
    public static WebhookAnswer thanks() {
        return text("EVENT_RECEIVED");
    }

    private static WebhookAnswer text(String words) {
        return new WebhookAnswer(200, "text/plain;charset=UTF-8", words.getBytes(StandardCharsets.UTF_8));
    }
}
