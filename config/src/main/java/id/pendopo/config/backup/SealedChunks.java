package id.pendopo.config.backup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * The cipher of a backup file: AES-256-GCM in chunks, each with its number and whether it is the last one in its nonce, so that
 * none can be changed, left out, moved or cut off unnoticed (the STREAM construction). The header is authenticated with each.
 *
 * <p>The file: 16 bytes of magic, 32 of salt, the iterations; then chunks, each with its length in four bytes, of which the
 * topmost bit marks the last.
 *
 * @see <a href="https://eprint.iacr.org/2015/189">Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance</a>
 */
final class SealedChunks {

    static final byte[] MAGIC = "PENDOPO-BACKUP1\n".getBytes(StandardCharsets.US_ASCII);
    static final int SALT = 32;
    static final int HEADER = MAGIC.length + SALT + Integer.BYTES;
    static final int PLAIN = 1 << 20;
    static final int TAG = 16;
    static final int LAST = 1 << 31;

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final byte[] header;
    private final SecretKey key;
    private final int mode;
    private int next;

    private SealedChunks(byte[] header, SecretKey key, int mode) {
        this.header = header;
        this.key = key;
        this.mode = mode;
    }

    /** Of a new file: the key is its alone, since the salt is drawn for it. */
    static SealedChunks sealing(BackupKey key) {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        byte[] header = ByteBuffer.allocate(HEADER)
                .put(MAGIC)
                .put(salt)
                .putInt(BackupKey.ITERATIONS)
                .array();
        return new SealedChunks(header, key.derive(salt, BackupKey.ITERATIONS), Cipher.ENCRYPT_MODE);
    }

    /** Of a file that begins so. */
    static SealedChunks opening(byte[] header, byte[] salt, int iterations, BackupKey key) {
        return new SealedChunks(header, key.derive(salt, iterations), Cipher.DECRYPT_MODE);
    }

    byte[] header() {
        return header.clone();
    }

    /** How many chunks there were so far. */
    int count() {
        return next;
    }

    /** The next chunk, encrypted or decrypted. */
    byte[] next(byte[] bytes, int length, boolean last) throws GeneralSecurityException {
        byte[] nonce = ByteBuffer.allocate(NONCE)
                .putInt(NONCE - Integer.BYTES - 1, next)
                .put(NONCE - 1, (byte) (last ? 1 : 0))
                .array();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(header);
        next = Math.incrementExact(next);
        return cipher.doFinal(bytes, 0, length);
    }
}
