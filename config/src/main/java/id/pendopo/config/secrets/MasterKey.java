package id.pendopo.config.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key-encryption key: {@code PENDOPO_MASTER_KEY}, 32 bytes in Base64, which nodes of one database share; without it a file
 * of mode 600 in the data folder, drawn when it is first needed.
 */
@Component
public final class MasterKey {

    static final String FILE = "master.key";

    private static final int BYTES = 32;
    private static final String HOW = "PENDOPO_MASTER_KEY must be 32 random bytes in Base64: openssl rand -base64 32";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Optional<SecretKey> given;
    private final Path file;

    MasterKey(@Value("${pendopo.master-key:}") String given, @Value("${pendopo.data:data}") Path data) {
        this.given = given.isBlank() ? Optional.empty() : Optional.of(key(given, HOW));
        this.file = data.resolve(FILE);
    }

    /** What is encrypted from now on is encrypted with it. */
    SecretKey current() {
        return given.or(this::read).orElseGet(this::draw);
    }

    /** What was encrypted before may have been with any of these, the likeliest first. */
    List<SecretKey> known() {
        return Stream.of(given, read()).flatMap(Optional::stream).toList();
    }

    private Optional<SecretKey> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(key(Files.readString(file), file + " must hold 32 bytes in Base64; restore it"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }

    /** Written beside and moved without replacing, so that two who come at once have the same. */
    private SecretKey draw() {
        byte[] drawn = new byte[BYTES];
        RANDOM.nextBytes(drawn);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path beside = file.resolveSibling(FILE + "." + Long.toHexString(RANDOM.nextLong()));
            try (SeekableByteChannel out = Files.newByteChannel(
                    beside, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownersAlone())) {
                out.write(ByteBuffer.wrap(
                        Base64.getEncoder().encodeToString(drawn).getBytes(StandardCharsets.US_ASCII)));
            }
            keep(beside);
            return read().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    private void keep(Path beside) throws IOException {
        try {
            Files.createLink(file, beside);
        } catch (FileAlreadyExistsException another) {
            // Somebody was faster: theirs is the key.
        } catch (UnsupportedOperationException noLinks) {
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static FileAttribute<?>[] ownersAlone() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static SecretKey key(String text, String otherwise) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException noBase64) {
            throw new IllegalStateException(otherwise);
        }
        if (bytes.length != BYTES) {
            throw new IllegalStateException(otherwise);
        }
        return new SecretKeySpec(bytes, "AES");
    }
}
