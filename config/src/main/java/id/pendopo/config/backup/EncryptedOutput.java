package id.pendopo.config.backup;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;

/** An encrypting stream: what is written to it reaches the file as {@link SealedChunks}. Closing it writes the last one. */
final class EncryptedOutput extends OutputStream {

    private final DataOutputStream file;
    private final SealedChunks chunks;
    private final byte[] plain = new byte[SealedChunks.PLAIN];
    private int filled;
    private boolean closed;

    EncryptedOutput(OutputStream file, BackupKey key) throws IOException {
        this.file = new DataOutputStream(file);
        this.chunks = SealedChunks.sealing(key);
        this.file.write(chunks.header());
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (filled == plain.length) {
                seal(false);
            }
            int fits = Math.min(plain.length - filled, length - done);
            System.arraycopy(bytes, offset + done, plain, filled, fits);
            filled += fits;
            done += fits;
        }
    }

    private void seal(boolean last) throws IOException {
        try {
            byte[] sealed = chunks.next(plain, filled, last);
            file.writeInt(last ? sealed.length | SealedChunks.LAST : sealed.length);
            file.write(sealed);
            filled = 0;
        } catch (GeneralSecurityException e) {
            throw new IOException("a chunk cannot be encrypted", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            seal(true);
            file.flush();
        }
    }
}
