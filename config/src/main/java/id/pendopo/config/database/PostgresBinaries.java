package id.pendopo.config.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once beside the data that they serve. The system property {@code pendopo.pg-programs} names
 * a folder that keeps them unpacked for the next fresh data folder (a cache, filled when it is empty): to copy them takes a
 * tenth of the time.
 */
final class PostgresBinaries {

    private static final String KEPT = "pendopo.pg-programs";

    private PostgresBinaries() {}

    /**
     * Puts the programs for this machine there unless that was done before.
     *
     * @return the folder that holds {@code bin}, {@code lib} and {@code share}
     * @throws IllegalStateException on a machine for which no archive is shipped; set SPRING_DATASOURCE_URL there
     */
    static Path unpack(Path home) {
        String kept = System.getProperty(KEPT, "");
        return unpack(home, Optional.of(kept).filter(named -> !named.isEmpty()).map(Path::of));
    }

    /** The same with a folder that keeps them. */
    static Path unpack(Path home, Optional<Path> keeper) {
        if (complete(home)) {
            return home;
        }
        Path partial = home.resolveSibling(home.getFileName() + ".partial");
        try {
            deleteTree(partial);
            if (keeper.isPresent() && filled(keeper.get())) {
                copy(keeper.get(), partial);
            } else {
                untar(partial);
            }
            Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be unpacked to " + home, e);
        }
    }

    private static boolean complete(Path home) {
        return Files.isExecutable(home.resolve("bin/pg_ctl"));
    }

    /** Whether the folder keeps the programs now; it is filled by whoever may write there. */
    private static boolean filled(Path keeper) throws IOException {
        Path parent = keeper.toAbsolutePath().getParent();
        if (!complete(keeper) && Files.isWritable(parent)) {
            Path partial = Files.createTempDirectory(parent, "pg-programs");
            untar(partial.resolve("pg"));
            moveUnlessThere(partial.resolve("pg"), keeper);
            deleteTree(partial);
        }
        return complete(keeper);
    }

    /** Of two that fill it at the same time one comes second, and finds the same programs there. */
    private static void moveUnlessThere(Path programs, Path keeper) throws IOException {
        try {
            Files.move(programs, keeper, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException taken) {
            if (!complete(keeper)) {
                throw taken;
            }
        }
    }

    /** Links stay links, and programs stay executable. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : (Iterable<Path>) tree::iterator) {
                Path target = to.resolve(from.relativize(path));
                Files.copy(path, target, LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "aarch64", "arm64" -> "arm_64";
            default -> "x86_64";
        };
    }

    private static InputStream archive() {
        InputStream packed = PostgresBinaries.class.getResourceAsStream("/postgres-linux-" + architecture() + ".txz");
        if (packed == null) {
            throw new IllegalStateException("No PostgreSQL is shipped for " + System.getProperty("os.name") + " on "
                    + System.getProperty("os.arch")
                    + ". Install PostgreSQL 15 or newer and set SPRING_DATASOURCE_URL.");
        }
        return packed;
    }

    private static void untar(Path target) throws IOException {
        try (InputStream packed = archive();
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("an entry leaves the folder: " + entry.getName());
                }
                write(tar, entry, path);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    private static void deleteTree(Path root) throws IOException {
        if (Files.notExists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
