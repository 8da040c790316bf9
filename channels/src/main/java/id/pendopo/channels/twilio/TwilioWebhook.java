package id.pendopo.channels.twilio;

import id.pendopo.channels.adapter.WebhookForm;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.adapter.WebhookRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A request from Twilio, whatever it is about: who sent it, and what is in it. */
public final class TwilioWebhook {

    private static final String FORM = "application/x-www-form-urlencoded";

    private TwilioWebhook() {}

    /**
     * Makes sure that the request was signed with an account's token and is for that account.
     *
     * @throws WebhookRejected 403 when it was not, or is for another
     */
    public static void verify(WebhookRequest request, TwilioAccount account) throws WebhookRejected {
        String signature = request.header("x-twilio-signature")
                .orElseThrow(() -> new WebhookRejected(403, "X-Twilio-Signature is missing or repeated"));
        TwilioSignature expected = new TwilioSignature(account.authToken());
        Optional<WebhookForm> body =
                TwilioSignature.coversBody(request.url()) ? Optional.empty() : Optional.of(WebhookForm.body(request));
        boolean signed = body.isPresent()
                ? expected.signs(request.url(), body.get(), signature)
                : expected.signs(request.url(), request.body(), signature);
        if (!signed) {
            throw new WebhookRejected(403, "X-Twilio-Signature does not fit: check the auth token and the public URL");
        }
        if (!foreign(request) && !isFor(fields(request, body), account.accountSid())) {
            throw new WebhookRejected(403, "the request is for another Twilio account");
        }
    }

    /** @param body what was decoded already */
    private static WebhookForm fields(WebhookRequest request, Optional<WebhookForm> body) throws WebhookRejected {
        return body.isPresent() && !request.method().equals("GET") ? body.get() : WebhookForm.of(request);
    }

    /**
     * The fields of a request; empty for Twilio's events about other products, which are JSON.
     *
     * @throws WebhookRejected 400 when it is neither
     */
    public static Optional<WebhookForm> form(WebhookRequest request) throws WebhookRejected {
        if (!foreign(request)) {
            return Optional.of(WebhookForm.of(request));
        }
        if (!json(request.body())) {
            throw new WebhookRejected(400, "the body is no JSON");
        }
        return Optional.empty();
    }

    /**
     * Whether the request has another body than a form: Twilio's events about other products are JSON, which say so or are
     * signed as a whole. Anything else is read as a form whatever its content type says; the signature is of its fields.
     */
    private static boolean foreign(WebhookRequest request) {
        return request.body().length > 0
                && request.header("content-type")
                        .map(type -> type.toLowerCase(Locale.ROOT))
                        .filter(type -> !type.startsWith(FORM))
                        .filter(type -> type.contains("json") || TwilioSignature.coversBody(request.url()))
                        .isPresent();
    }

    /** Whether the request names this Twilio account, or none. */
    private static boolean isFor(WebhookForm form, String accountSid) {
        return form.value("AccountSid").map(accountSid::equals).orElse(true);
    }

    private static boolean json(byte[] body) {
        try {
            return !JsonMapper.shared().readTree(body).isMissingNode();
        } catch (JacksonException broken) {
            return false;
        }
    }

    /**
     * Whether a file may be fetched: that is done with the account's token, which nobody else may see, so only from
     * Twilio's own address. A message tells of every file, also of those that are never fetched.
     *
     * @param api the account's address of Twilio
     */
    public static boolean trusted(String url, URI api) {
        try {
            URI file = URI.create(url);
            return file.getUserInfo() == null
                    && (origin(file).equals("https://api.twilio.com")
                            || origin(file).equals(origin(api)));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String origin(URI address) {
        int port = "https".equals(address.getScheme()) && address.getPort() == 443 ? -1 : address.getPort();
        return address.getScheme() + "://" + address.getHost() + (port < 0 ? "" : ":" + port);
    }
}
