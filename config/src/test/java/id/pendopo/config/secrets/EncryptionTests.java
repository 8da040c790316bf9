package id.pendopo.config.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.ui.SecretCipher;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptionTests {

    private static final byte[] SECRET = "JBSWY3DPEHPK3PXP".getBytes(StandardCharsets.US_ASCII);
    private static final String GIVEN = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    Path data;

    @Test
    void whatIsEncryptedIsReadAgainAndDiffersEachTime() {
        Encryption encryption = with("");

        byte[] once = encryption.encrypt(SECRET, "second_factor/ani");
        byte[] again = encryption.encrypt(SECRET, "second_factor/ani");

        assertThat(once).isNotEqualTo(again);
        assertThat(new String(once, StandardCharsets.ISO_8859_1)).doesNotContain("JBSWY3DP");
        assertThat(encryption.decrypt(once, "second_factor/ani")).isEqualTo(SECRET);
    }

    @Test
    void whatIsCopiedToAnotherRowOrAlteredIsNotRead() {
        Encryption encryption = with(GIVEN);
        byte[] sealed = encryption.encrypt(SECRET, "second_factor/ani");

        assertUndecipherable(encryption, sealed, "second_factor/budi");
        sealed[sealed.length - 1] ^= 1;
        assertUndecipherable(encryption, sealed, "second_factor/ani");
        assertUndecipherable(encryption, new byte[0], "second_factor/ani");
    }

    @Test
    void theKeyLiesInAFileForItsOwnerAloneOnceItIsNeeded() throws Exception {
        Encryption encryption = with("");
        assertThat(data.resolve(MasterKey.FILE)).doesNotExist();

        byte[] sealed = encryption.encrypt(SECRET, "row");

        assertThat(data.resolve(MasterKey.FILE)).exists();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(MasterKey.FILE))))
                .isEqualTo("rw-------");
        assertThat(with("").decrypt(sealed, "row")).isEqualTo(SECRET);
    }

    @Test
    void aKeyThatIsGivenReadsWhatTheFilesKeyEncrypted() {
        byte[] before = with("").encrypt(SECRET, "row");

        Encryption given = with(GIVEN);

        assertThat(given.decrypt(before, "row")).isEqualTo(SECRET);
        assertUndecipherable(new Encryption(new MasterKey("", data)), given.encrypt(SECRET, "row"), "row");
    }

    @Test
    void aKeyOfAnotherShapeIsRefusedWithHowToMakeOne() {
        for (String wrong : new String[] {"c2hvcnQ=", "not base64 !"}) {
            assertThatThrownBy(() -> with(wrong))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("openssl rand -base64 32")
                    .message()
                    .doesNotContain(wrong);
        }
    }

    private Encryption with(String given) {
        return new Encryption(new MasterKey(given, data));
    }

    private static void assertUndecipherable(Encryption encryption, byte[] sealed, String row) {
        assertThatThrownBy(() -> encryption.decrypt(sealed, row)).isInstanceOf(SecretCipher.Undecipherable.class);
    }
}
