package id.pendopo.config.push;

import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import id.pendopo.config.secrets.Encryption;
import id.pendopo.ui.SecretCipher;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The repository of the desk's VAPID key pair (RFC 8292): one for all nodes and for good, since a browser takes messages of
 * the key alone with which it was subscribed.
 */
@Component
public class PushKeys {

    private static final String ROW = "push_key/1";

    private final JdbcClient jdbc;
    private final Encryption encryption;

    PushKeys(JdbcClient jdbc, Encryption encryption) {
        this.jdbc = jdbc;
        this.encryption = encryption;
    }

    /**
     * The pair; made when it is first asked for.
     *
     * @throws SecretCipher.Undecipherable it was stored with another master key: restore that one
     */
    VAPIDKeyPair pair() {
        return stored().or(() -> {
                    store(draw());
                    return stored();
                })
                .orElseThrow();
    }

    /**
     * The public key, with which a browser subscribes: uncompressed, in Base64 for addresses.
     *
     * @throws SecretCipher.Undecipherable as {@link #pair} does
     */
    public String publicKey() {
        return pair().extractPublicKeyInUncompressedFormAsString();
    }

    private Optional<VAPIDKeyPair> stored() {
        return jdbc.sql("select public_key, private_key from push_key")
                .query((row, _) -> VAPIDKeyPairs.of(
                        PrivateKeySources.ofPKCS8Bytes(encryption.decrypt(row.getBytes("private_key"), ROW)),
                        PublicKeySources.ofX509Bytes(row.getBytes("public_key"))))
                .optional();
    }

    /** Of two nodes that come at once the first one's stays. */
    private void store(KeyPair drawn) {
        jdbc.sql("insert into push_key (public_key, private_key) values (?, ?) on conflict do nothing")
                .param(drawn.getPublic().getEncoded())
                .param(encryption.encrypt(drawn.getPrivate().getEncoded(), ROW))
                .update();
    }

    private static KeyPair draw() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }
}
