package id.pendopo.config.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The passphrase of backups, from which each file's AES-256 key is derived by PBKDF2 with a salt of its own.
 *
 * @param passphrase at least 16 characters
 */
record BackupKey(String passphrase) {

    static final String SETTING = "PENDOPO_BACKUP_KEY";

    /** <a href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html">OWASP</a>. */
    static final int ITERATIONS = 600_000;

    private static final int SHORTEST = 16;
    private static final int BITS = 256;

    private static final String MADE = "Make one, once, and keep it apart from the backups: openssl rand -base64 32 > "
            + "pendopo-backup.key; then give it by --key-file pendopo-backup.key, or its text by " + SETTING + ".";

    BackupKey {
        if (passphrase.length() < SHORTEST) {
            throw new BackupRefused("The key has fewer than " + SHORTEST + " characters. " + MADE);
        }
    }

    /** @throws BackupRefused there is none, or it is too short */
    static BackupKey of(Optional<Path> file, Optional<String> setting) {
        Optional<String> text = file.map(BackupKey::read).or(() -> setting);
        return new BackupKey(text.map(String::strip)
                .filter(given -> !given.isEmpty())
                .orElseThrow(() -> new BackupRefused("A backup needs a key. " + MADE)));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new BackupRefused("The key file " + file + " cannot be read.", e);
        }
    }

    SecretKey derive(byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(passphrase.toCharArray(), salt, iterations, BITS);
        try {
            byte[] derived = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
            return new SecretKeySpec(derived, "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK derives keys by PBKDF2", e);
        } finally {
            spec.clearPassword();
        }
    }

    @Override
    public String toString() {
        return "BackupKey[REDACTED]";
    }
}
