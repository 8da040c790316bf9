package id.pendopo.config.backup;

import java.io.PrintStream;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code restore FILE}: puts an installation back as a backup has it, on a desk that is stopped. */
public final class RestoreCommand {

    private static final String REPLACE = "--replace";
    private static final String USAGE = "usage: pendopo restore FILE [--key-file FILE] [--replace]    (the key: "
            + BackupKey.SETTING + ", or a file)";

    private RestoreCommand() {}

    /** @return the exit code: 0, 1 with one sentence on {@code err}, or 2 for a mistyped command */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        Optional<CommandLine> typed = CommandLine.read(args, Set.of(REPLACE));
        if (typed.isEmpty()) {
            err.println(USAGE);
            return 2;
        }
        CommandLine line = typed.get();
        return Outcome.of(err, () -> {
            long begun = System.nanoTime();
            Restore.Verified backup = Restore.Verified.of(line.file(), line.key());
            try (ConfigurableApplicationContext context = OfflineSettings.context(false)) {
                Installation target = Installation.of(context.getEnvironment());
                new Restore(target, backup, OfflineSettings.rules()).run(line.has(REPLACE));
                out.println(Outcome.line("restored", line.file(), backup.manifest(), begun));
            }
        });
    }
}
