package id.pendopo.config.backup;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/**
 * A decrypting stream over a backup file. No byte comes out of it before its chunk's tag was checked; the end comes after the
 * last chunk alone.
 */
final class DecryptedInput extends InputStream {

    private static final int MOST_ITERATIONS = 10_000_000;
    private static final String ANOTHER = " Take another backup.";

    private final DataInputStream file;
    private final SealedChunks chunks;
    private byte[] plain = new byte[0];
    private int read;
    private boolean last;

    /** @throws BackupRefused it is no backup, here or at any later read: the key does not fit, or the file was changed */
    DecryptedInput(InputStream file, BackupKey key) throws IOException {
        this.file = new DataInputStream(file);
        byte[] header = this.file.readNBytes(SealedChunks.HEADER);
        if (header.length < SealedChunks.HEADER || !Arrays.equals(magic(header), SealedChunks.MAGIC)) {
            throw new BackupRefused("This file is no backup of Pendopo.");
        }
        ByteBuffer fields =
                ByteBuffer.wrap(header, SealedChunks.MAGIC.length, header.length - SealedChunks.MAGIC.length);
        byte[] salt = new byte[SealedChunks.SALT];
        fields.get(salt);
        int iterations = fields.getInt();
        if (iterations < 1 || iterations > MOST_ITERATIONS) {
            throw new BackupRefused("The beginning of this backup was changed." + ANOTHER);
        }
        chunks = SealedChunks.opening(header, salt, iterations, key);
    }

    private static byte[] magic(byte[] header) {
        return Arrays.copyOf(header, SealedChunks.MAGIC.length);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (read == plain.length) {
            if (last) {
                return -1;
            }
            open();
        }
        int some = Math.min(length, plain.length - read);
        System.arraycopy(plain, read, bytes, offset, some);
        read += some;
        return some;
    }

    private void open() throws IOException {
        try {
            int word = file.readInt();
            last = (word & SealedChunks.LAST) != 0;
            int length = word & ~SealedChunks.LAST;
            if (length < SealedChunks.TAG || length > SealedChunks.PLAIN + SealedChunks.TAG) {
                throw damaged();
            }
            byte[] sealed = new byte[length];
            file.readFully(sealed);
            plain = chunks.next(sealed, length, last);
            read = 0;
            if (last && file.read() >= 0) {
                throw damaged();
            }
        } catch (EOFException cut) {
            throw new BackupRefused("This backup is cut off: its end is missing." + ANOTHER, cut);
        } catch (GeneralSecurityException changed) {
            throw chunks.count() <= 1
                    ? new BackupRefused(
                            "The key does not fit this backup, or its beginning was changed. Give the key that it was made with.",
                            changed)
                    : damaged();
        }
    }

    private BackupRefused damaged() {
        return new BackupRefused("This backup is damaged or was changed (part " + chunks.count() + ")." + ANOTHER);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
