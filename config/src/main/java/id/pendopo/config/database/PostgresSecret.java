package id.pendopo.config.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A password of a database role, in a file of the data folder that its owner alone can read. */
record PostgresSecret(Path file) {

    private static final int BYTES = 24;

    /** Draws one unless there is one. */
    void keep() throws IOException {
        if (Files.notExists(file)) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(random));
        }
    }

    boolean kept() {
        return Files.exists(file);
    }

    /** Hexadecimal digits. */
    String text() {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the database's password cannot be read", e);
        }
    }
}
