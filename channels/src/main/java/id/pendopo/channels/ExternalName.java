package id.pendopo.channels;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A provider's identifier as a key of ours: of bounded length, so that every index takes it. What is longer is known by its
 * SHA-256.
 */
final class ExternalName {

    /** Characters; the longest that a provider gives have about 100, an index of PostgreSQL takes 2,700 bytes. */
    static final int LONGEST = 255;

    private ExternalName() {}

    static String of(String name) {
        return name.length() <= LONGEST ? name : "sha256:" + HexFormat.of().formatHex(sha256(name));
    }

    private static byte[] sha256(String name) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
