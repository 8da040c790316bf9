package id.pendopo.config.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SealedChunksTests {

    private static final BackupKey KEY = new BackupKey("correct horse battery staple");
    private static final int WHOLE = Integer.BYTES + SealedChunks.PLAIN + SealedChunks.TAG;
    private static byte[] plain;
    private static byte[] sealed;

    @BeforeAll
    static void seal() throws IOException {
        plain = new byte[2 * SealedChunks.PLAIN + 1234];
        new Random(7).nextBytes(plain);
        sealed = sealed(plain);
    }

    @Test
    void comesBackAsItWas() throws IOException {
        assertThat(opened(sealed, KEY)).isEqualTo(plain);
        assertThat(opened(sealed(new byte[0]), KEY)).isEmpty();
        assertThat(sealed(plain)).as("another salt each time").isNotEqualTo(sealed);
    }

    @Test
    void opensWithItsKeyAlone() {
        assertRefused(sealed, new BackupKey("correct horse battery stapler"), "The key does not fit");
    }

    @Test
    void noChunkCanBeChangedUnnoticed() {
        assertRefused(changedAt(SealedChunks.MAGIC.length + 3), KEY, "The key does not fit");
        assertRefused(changedAt(SealedChunks.HEADER + 100), KEY, "The key does not fit");
        assertRefused(changedAt(SealedChunks.HEADER + WHOLE + 100), KEY, "was changed (part 2)");
        assertRefused(changedAt(sealed.length - 1), KEY, "was changed (part 3)");
        assertRefused(changedAt(2), KEY, "no backup of Pendopo");
    }

    @Test
    void noChunkCanBeMovedLeftOutOrAdded() {
        byte[] swapped = sealed.clone();
        System.arraycopy(sealed, SealedChunks.HEADER, swapped, SealedChunks.HEADER + WHOLE, WHOLE);
        System.arraycopy(sealed, SealedChunks.HEADER + WHOLE, swapped, SealedChunks.HEADER, WHOLE);
        assertRefused(swapped, KEY, "The key does not fit");

        byte[] without = new byte[sealed.length - WHOLE];
        System.arraycopy(sealed, 0, without, 0, SealedChunks.HEADER + WHOLE);
        int rest = SealedChunks.HEADER + 2 * WHOLE;
        System.arraycopy(sealed, rest, without, SealedChunks.HEADER + WHOLE, sealed.length - rest);
        assertRefused(without, KEY, "was changed (part 2)");

        assertRefused(Arrays.copyOf(sealed, sealed.length + 1), KEY, "was changed (part 3)");
    }

    @Test
    void aFileThatIsCutOffIsNoBackup() {
        for (int length : new int[] {
            SealedChunks.HEADER,
            SealedChunks.HEADER + 2,
            SealedChunks.HEADER + WHOLE,
            SealedChunks.HEADER + 2 * WHOLE,
            sealed.length - 1
        }) {
            assertRefused(Arrays.copyOf(sealed, length), KEY, "cut off");
        }
        assertRefused(Arrays.copyOf(sealed, 20), KEY, "no backup of Pendopo");
    }

    @Test
    void saysHowToMakeAKeyWhereThereIsNone() {
        assertThatThrownBy(() -> BackupKey.of(Optional.empty(), Optional.empty()))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("openssl rand -base64 32")
                .hasMessageContaining("--key-file")
                .hasMessageContaining("PENDOPO_BACKUP_KEY");
        assertThatThrownBy(() -> BackupKey.of(Optional.empty(), Optional.of("rahasia")))
                .hasMessageContaining("fewer than 16 characters")
                .hasMessageNotContaining("rahasia");
        assertThat(KEY.toString()).doesNotContain("horse");
    }

    private static byte[] sealed(byte[] content) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (EncryptedOutput out = new EncryptedOutput(file, KEY)) {
            out.write(content);
        }
        return file.toByteArray();
    }

    private static byte[] opened(byte[] file, BackupKey key) throws IOException {
        try (DecryptedInput in = new DecryptedInput(new ByteArrayInputStream(file), key)) {
            return in.readAllBytes();
        }
    }

    private static byte[] changedAt(int place) {
        byte[] changed = sealed.clone();
        changed[place] ^= 1;
        return changed;
    }

    private static void assertRefused(byte[] file, BackupKey key, String sentence) {
        assertThatThrownBy(() -> opened(file, key))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining(sentence);
    }
}
