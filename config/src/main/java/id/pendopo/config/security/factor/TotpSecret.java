package id.pendopo.config.security.factor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.apache.commons.codec.binary.Base32;

/** The shared secret of an authenticator app, 160 bits as <a href="https://www.rfc-editor.org/rfc/rfc4226#section-4">RFC 4226</a> recommends. */
public record TotpSecret(byte[] bytes) {

    private static final int BYTES = 20;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    public TotpSecret {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a secret has " + BYTES + " bytes");
        }
        bytes = bytes.clone();
    }

    static TotpSecret draw() {
        byte[] drawn = new byte[BYTES];
        RANDOM.nextBytes(drawn);
        return new TotpSecret(drawn);
    }

    /** In Base32, grouped for whoever types it: {@code JBSW Y3DP …}. */
    public String grouped() {
        return String.join(" ", base32().split("(?<=\\G.{" + GROUP + "})"));
    }

    private String base32() {
        return new Base32().encodeToString(bytes);
    }

    /** What an app reads from the picture: <a href="https://github.com/google/google-authenticator/wiki/Key-Uri-Format">key URI</a>. */
    public String uri(String issuer, String login) {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(encoded(issuer), encoded(login), base32(), encoded(issuer));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "TotpSecret[REDACTED]";
    }
}
