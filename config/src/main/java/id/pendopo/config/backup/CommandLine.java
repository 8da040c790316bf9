package id.pendopo.config.backup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The arguments of both commands. A relative path is meant from where the command was typed.
 *
 * @param flags those that were given
 */
record CommandLine(Path file, Optional<Path> keyFile, Set<String> flags) {

    private static final String KEY_FILE = "--key-file";
    private static final String CALLED_FROM = "pendopo.called-from";

    /** Empty when it is not one file with these flags. */
    static Optional<CommandLine> read(String[] args, Set<String> known) {
        List<String> files = new ArrayList<>();
        Optional<Path> keyFile = Optional.empty();
        Set<String> flags = new HashSet<>();
        for (int i = 0; i < args.length; i++) {
            if (known.contains(args[i])) {
                flags.add(args[i]);
            } else if (args[i].equals(KEY_FILE) && i + 1 < args.length) {
                keyFile = Optional.of(path(args[++i]));
            } else if (args[i].startsWith("-")) {
                return Optional.empty();
            } else {
                files.add(args[i]);
            }
        }
        return files.size() == 1
                ? Optional.of(new CommandLine(path(files.getFirst()), keyFile, flags))
                : Optional.empty();
    }

    private static Path path(String typed) {
        return Path.of(System.getProperty(CALLED_FROM, "")).toAbsolutePath().resolve(typed);
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    BackupKey key() {
        return BackupKey.of(keyFile, Optional.ofNullable(System.getenv(BackupKey.SETTING)));
    }
}
