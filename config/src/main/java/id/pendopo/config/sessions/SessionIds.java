package id.pendopo.config.sessions;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.session.SessionIdGenerator;
import org.springframework.stereotype.Component;

/** The session id generator: 216 random bits, as 36 letters, which the column holds. A UUID has 122. */
@Component
final class SessionIds implements SessionIdGenerator {

    private static final int BYTES = 27;

    private final SecureRandom random = new SecureRandom();

    SessionIds() {}

    @Override
    public String generate() {
        byte[] drawn = new byte[BYTES];
        random.nextBytes(drawn);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
    }
}
