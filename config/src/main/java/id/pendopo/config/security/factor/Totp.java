package id.pendopo.config.security.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords, <a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238</a>: six digits, 30 s, HMAC-SHA-1, which is what every app takes. */
final class Totp {

    /** A clock may be one step off, either way. */
    private static final int SKEW = 1;

    private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
    private final Clock clock;

    Totp(Clock clock) {
        this.clock = clock;
    }

    /** Of which time step this is the code; empty: of none that is near. */
    OptionalLong step(TotpSecret secret, String typed) {
        long now = clock.instant().getEpochSecond() / codes.getTimeStep().toSeconds();
        return LongStream.rangeClosed(now - SKEW, now + SKEW)
                .filter(step -> MessageDigest.isEqual(bytes(code(secret, step)), bytes(typed)))
                .findFirst();
    }

    private String code(TotpSecret secret, long step) {
        try {
            return codes.generateOneTimePasswordString(
                    new SecretKeySpec(secret.bytes(), codes.getAlgorithm()),
                    Instant.ofEpochSecond(step * codes.getTimeStep().toSeconds()),
                    Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("any bytes are a key of HMAC", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
