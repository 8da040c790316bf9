package id.pendopo.channels.attachments;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Signed URLs: links that open a file for 5 minutes, for whoever holds them. All nodes share one key, which lies in
 * the database.
 */
@Component
public class SignedLinks {

    static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final JdbcClient jdbc;
    private final Clock clock;

    SignedLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    String sign(String id) {
        long until = clock.instant().plus(LIFETIME).getEpochSecond();
        return "/attachments/" + id + "?until=" + until + "&signature=" + signature(id, until);
    }

    /** @param until the second after which the link is dead, since 1970 */
    public boolean holds(String id, long until, String signature) {
        byte[] expected = signature(id, until).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8))
                && clock.instant().getEpochSecond() <= until;
    }

    private String signature(String id, long until) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(), ALGORITHM));
            byte[] sum = mac.doFinal((id + "\n" + until).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sum);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] key() {
        return jdbc.sql("select key from channels_attachment_key")
                .query(byte[].class)
                .optional()
                .orElseGet(this::firstKey);
    }

    private byte[] firstKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        jdbc.sql("insert into channels_attachment_key (key, created_at) values (:key, :now) on conflict do nothing")
                .param("key", key)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("select key from channels_attachment_key")
                .query(byte[].class)
                .single();
    }
}
