package id.pendopo.channels;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where one person can be reached on one account: a phone number, a chat session, a user id of a messenger.
 *
 * @param account the account's name, {@code [a-z0-9]{1,32}}
 * @param value the provider's identity, opaque; a phone number is E.164; one that is longer than any provider's is known by
 *     its hash and cannot be sent to
 */
public record Address(String account, String value) {

    public Address {
        if (account.isBlank() || value.isBlank()) {
            throw new IllegalArgumentException("an address needs an account and a value");
        }
        value = ExternalName.of(value);
    }

    /** The value with all but its first and last characters hidden, for people who need not know it. */
    public String masked() {
        return value.length() <= 6 ? "***" : value.substring(0, 3) + "***" + value.substring(value.length() - 2);
    }

    @Override
    public String toString() {
        return account + ":" + masked();
    }

    /**
     * A provider's identifier as a key of ours: of bounded length, so that every index takes it. What is longer is known by its
     * SHA-256.
     */
    public static final class ExternalName {

        /** Characters; the longest that a provider gives have about 100, an index of PostgreSQL takes 2,700 bytes. */
        static final int LONGEST = 255;

        private ExternalName() {}

        static String of(String name) {
            return name.length() <= LONGEST ? name : hash(name);
        }

        /** A name for what has none of its own, the same for the same words, from which they cannot be read. */
        public static String hash(String words) {
            return "sha256:" + HexFormat.of().formatHex(sha256(words));
        }

        private static byte[] sha256(String name) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }
}
