package id.pendopo.ticketing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The idempotency key of a request: sent twice under the same key it is carried out once. Only SHA-256 sums of what was
 * sent, 64 hexadecimal digits each.
 *
 * @param value names the request
 * @param fingerprint its content
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">The Idempotency-Key HTTP
 *     header field</a>
 */
public record IdempotencyKey(String value, String fingerprint) {

    /** The longest key that is taken, in UTF-16 characters. */
    public static final int MAX_LENGTH = 255;

    private static final String SUM = "[0-9a-f]{64}";

    public IdempotencyKey {
        if (!value.matches(SUM) || !fingerprint.matches(SUM)) {
            throw new IllegalArgumentException("a key and a fingerprint are SHA-256 sums");
        }
    }

    /** A fresh key for a form that is rendered now. */
    public static String draw() {
        return UUID.randomUUID().toString();
    }

    /**
     * Of a form. Other words in the same form are another request: whoever goes back and writes something else sends it.
     *
     * @param drawn what the form carried; empty when it carried none, and then every sending counts
     */
    public static Optional<IdempotencyKey> ofForm(String drawn, String... content) {
        String sum = sum(content);
        return usable(drawn).map(key -> new IdempotencyKey(sum(key, sum), sum));
    }

    /**
     * Of a program's call, which may use a key for one content only.
     *
     * @param header its {@code Idempotency-Key}
     * @param program who calls; keys of two programs never meet
     */
    public static Optional<IdempotencyKey> ofCall(Optional<String> header, String program, String... content) {
        return header.flatMap(IdempotencyKey::usable).map(key -> new IdempotencyKey(sum(program, key), sum(content)));
    }

    private static Optional<String> usable(String key) {
        return Optional.of(key.strip()).filter(typed -> !typed.isEmpty() && typed.length() <= MAX_LENGTH);
    }

    private static String sum(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : List.of(parts)) {
                digest.update((part.length() + ":" + part).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }
}
