package id.pendopo.channels.adapter;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An HMAC with SHA-256 (RFC 2104), by which providers sign the raw bytes of a webhook.
 *
 * @param secret that the provider shares with us
 */
public record HmacSha256(String secret) {

    private static final String ALGORITHM = "HmacSHA256";

    /** 32 bytes. */
    public byte[] of(byte[] signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** Whether two written signatures are the same, in constant time. */
    public static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "HmacSha256[REDACTED]";
    }
}
