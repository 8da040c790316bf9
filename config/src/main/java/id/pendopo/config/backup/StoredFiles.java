package id.pendopo.config.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The files of a data folder that are the office's: not the embedded database, its passwords and logs, nor backups. */
final class StoredFiles {

    private static final Pattern DATABASE = Pattern.compile("pg(data)?-\\d+(\\.partial)?");
    private static final List<String> OF_THIS_MACHINE = List.of(".log", ".lock", ".secret", ".part", ".aot");

    private StoredFiles() {}

    /** Paths within the folder, in order; links are left out. */
    static List<Path> of(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                boolean hidden = !directory.equals(folder) && ("" + directory.getFileName()).startsWith(".");
                boolean database = folder.equals(directory.getParent())
                        && DATABASE.matcher("" + directory.getFileName()).matches();
                return database || hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() && !isOfThisMachine("" + file.getFileName()) && !isBackup(file)) {
                    found.add(folder.relativize(file));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException vanished) {
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(null);
        return found;
    }

    private static boolean isOfThisMachine(String name) {
        return name.startsWith(".") || OF_THIS_MACHINE.stream().anyMatch(name::endsWith);
    }

    private static boolean isBackup(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return Arrays.equals(content.readNBytes(SealedChunks.MAGIC.length), SealedChunks.MAGIC);
        }
    }
}
