package id.pendopo.channels.httpsms;

import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.adapter.WebhookRequest;
import id.pendopo.channels.httpsms.HttpSmsProperties.Signature;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The HMAC signature of a gateway that signs, over what its account says. */
record HttpSmsSignature(Signature settings) {

    private static final Pattern PART = Pattern.compile("\\{(body|url|header:([A-Za-z0-9-]+))\\}");

    /** @throws WebhookRejected 401 when it is missing or repeated, 403 when it does not fit */
    void verify(WebhookRequest request) throws WebhookRejected {
        String presented = request.header(settings.header())
                .orElseThrow(() -> new WebhookRejected(401, settings.header() + " is missing or repeated"));
        if (!MessageDigest.isEqual(bytes(expected(request)), bytes(plain(presented)))) {
            throw new WebhookRejected(403, settings.header() + " does not fit: check the key and what is signed");
        }
    }

    /** Without the prefix; hexadecimal digits in either case. */
    private String plain(String presented) {
        String bare = presented.startsWith(settings.prefix())
                ? presented.substring(settings.prefix().length())
                : "";
        return settings.encoding() == Signature.Encoding.HEX ? bare.toLowerCase(Locale.ROOT) : bare;
    }

    private String expected(WebhookRequest request) throws WebhookRejected {
        try {
            Mac mac = Mac.getInstance(settings.algorithm());
            mac.init(new SecretKeySpec(bytes(settings.key()), settings.algorithm()));
            byte[] signature = mac.doFinal(signed(request));
            return settings.encoding() == Signature.Encoding.HEX
                    ? HexFormat.of().formatHex(signature)
                    : Base64.getEncoder().encodeToString(signature);
        } catch (GeneralSecurityException unknown) {
            throw new IllegalStateException("signature.algorithm is unknown: " + settings.algorithm(), unknown);
        }
    }

    private byte[] signed(WebhookRequest request) throws WebhookRejected {
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        Matcher part = PART.matcher(settings.over());
        int end = 0;
        while (part.find()) {
            signed.writeBytes(bytes(settings.over().substring(end, part.start())));
            signed.writeBytes(part(part, request));
            end = part.end();
        }
        signed.writeBytes(bytes(settings.over().substring(end)));
        return signed.toByteArray();
    }

    private static byte[] part(Matcher part, WebhookRequest request) throws WebhookRejected {
        return switch (part.group(1)) {
            case "body" -> request.body();
            case "url" -> bytes(request.url());
            default ->
                bytes(request.header(part.group(2))
                        .orElseThrow(() -> new WebhookRejected(401, part.group(2) + " is missing or repeated")));
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
