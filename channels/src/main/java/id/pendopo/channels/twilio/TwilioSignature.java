package id.pendopo.channels.twilio;

import com.twilio.security.RequestValidator;
import id.pendopo.channels.adapter.WebhookForm;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells whether a request was signed with an account's token. Every comparison takes the same time however much of it is
 * right.
 *
 * @see <a href="https://www.twilio.com/docs/usage/security#validating-requests">Twilio: validating requests</a>
 */
public final class TwilioSignature {

    private static final String HMAC = "HmacSHA1";
    private static final Pattern BODY_HASH = Pattern.compile("[?&]bodySHA256=([^&#]*)");
    private static final Pattern ADDRESS = Pattern.compile("(?s)(https?)(://(?:[^/?#@]*@)?[^/?#:]*)(?::\\d+)?(.*)");

    private final String token;
    private final RequestValidator validator;

    public TwilioSignature(String token) {
        this.token = token;
        this.validator = new RequestValidator(token);
    }

    /**
     * A request whose fields are signed.
     *
     * @param url as Twilio called it, query included; its port may be there or not
     * @param form the fields of the body, none for a GET
     */
    boolean signs(String url, WebhookForm form, String signature) {
        if (form.repeats()) {
            return signsRepeated(url, form, signature);
        }
        Map<String, String> single = new HashMap<>();
        form.fields().forEach((name, values) -> single.put(name, values.getFirst()));
        return validator.validate(url, single, signature);
    }

    /** What a form to an address is signed with. */
    public String make(String url, Map<String, String> form) {
        StringBuilder signed = new StringBuilder(url);
        new TreeMap<>(form).forEach((name, value) -> signed.append(name).append(value));
        return mac(signed.toString());
    }

    /** A request whose address carries the hash of its body, in lower-case hexadecimal; the address is what is signed. */
    boolean signs(String url, byte[] body, String signature) {
        Matcher hash = BODY_HASH.matcher(url);
        return hash.find()
                && same(HexFormat.of().formatHex(digest(body)), hash.group(1))
                && validator.validate(url, Map.of(), signature);
    }

    /** Whether the address says which body it was signed for. The address decides, never the content type. */
    static boolean coversBody(String url) {
        return BODY_HASH.matcher(url).find();
    }

    /**
     * The validator of Twilio's library takes one value per name and would refuse a repeated field; Twilio signs each
     * different value once, sorted.
     *
     * @see <a href="https://github.com/twilio/twilio-node/blob/main/src/webhooks/webhooks.ts">twilio-node</a>
     */
    private boolean signsRepeated(String url, WebhookForm form, String signature) {
        StringBuilder fields = new StringBuilder();
        new TreeMap<>(form.fields())
                .forEach((name, values) -> new TreeSet<>(values)
                        .forEach(value -> fields.append(name).append(value)));
        boolean right = false;
        for (String variant : withAndWithoutPort(url)) {
            right |= same(mac(variant + fields), signature);
        }
        return right;
    }

    private static List<String> withAndWithoutPort(String url) {
        Matcher parts = ADDRESS.matcher(url);
        if (!parts.matches()) {
            return List.of(url);
        }
        String origin = parts.group(1) + parts.group(2);
        String port = parts.group(1).equals("https") ? ":443" : ":80";
        return List.of(url, origin + parts.group(3), origin + port + parts.group(3));
    }

    private String mac(String signed) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), HMAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + HMAC, e);
        }
    }

    private static byte[] digest(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
