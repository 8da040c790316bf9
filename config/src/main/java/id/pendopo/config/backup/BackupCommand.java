package id.pendopo.config.backup;

import id.pendopo.ui.RestoreRules;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code backup FILE}: one encrypted file of the whole installation, while the desk runs or not. */
public final class BackupCommand {

    private static final String VERIFY = "--verify";
    private static final String USAGE =
            "usage: pendopo backup FILE [--key-file FILE] | backup --verify FILE [--key-file FILE]" + "    (the key: "
                    + BackupKey.SETTING + ", or a file)";

    private BackupCommand() {}

    /** @return the exit code: 0, 1 with one sentence on {@code err}, or 2 for a mistyped command */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        Optional<CommandLine> typed = CommandLine.read(args, Set.of(VERIFY));
        if (typed.isEmpty()) {
            err.println(USAGE);
            return 2;
        }
        CommandLine line = typed.get();
        return Outcome.of(err, () -> {
            BackupKey key = line.key();
            long begun = System.nanoTime();
            if (line.has(VERIFY)) {
                BackupReader.Nothing through = new BackupReader.Nothing();
                Manifest manifest = BackupReader.read(line.file(), key, through);
                out.println(Outcome.line("verified", line.file(), manifest, begun) + ", of "
                        + through.contents().made());
                return;
            }
            try (ConfigurableApplicationContext context = OfflineSettings.context(true)) {
                Manifest manifest = write(Installation.of(context.getEnvironment()), key, line.file());
                out.println(Outcome.line("backup", line.file(), manifest, begun));
            }
        });
    }

    /** Under another name until it is whole; only its owner may read it. */
    static Manifest write(Installation source, BackupKey key, Path file) throws IOException, SQLException {
        Set<String> leftOut = OfflineSettings.rules().stream()
                .map(RestoreRules::leftOut)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        Path partial = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(partial);
        try (FileChannel channel = FileChannel.open(
                partial,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            OutputStream out = Channels.newOutputStream(channel);
            Manifest manifest = BackupWriter.write(source, leftOut, key, out);
            channel.force(true);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } finally {
            Files.deleteIfExists(partial);
        }
    }
}
