package id.pendopo.config.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Permissions of the data folder (700) and of the files in it that hold what people wrote or secrets (600). */
final class PrivateFiles {

    private static final Set<PosixFilePermission> SHARED =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private PrivateFiles() {}

    /** Closes a folder to all but whoever runs PostgreSQL, unless others write there: then it was not made for the desk, and is left as it is. */
    static void closeFolder(Path folder, PostgresUser user) throws IOException {
        Set<PosixFilePermission> now = Files.getPosixFilePermissions(folder);
        if (now.stream().noneMatch(SHARED::contains)) {
            if (user.uid() > 0) {
                Files.setAttribute(folder, "unix:uid", user.uid()); // Root reaches into it all the same.
            }
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Makes a file if there is none, and closes it. */
    static void closeFile(Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            Files.delete(file);
        }
        if (Files.notExists(file)) {
            Files.createFile(file);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
