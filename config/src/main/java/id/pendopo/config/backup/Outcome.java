package id.pendopo.config.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.flywaydb.core.api.FlywayException;

/** How a command ends: a line with figures, or one sentence. */
final class Outcome {

    private static final double NANOS = 1e9;

    private Outcome() {}

    interface Work {

        void run() throws IOException, SQLException;
    }

    static int of(PrintStream err, Work work) {
        try {
            work.run();
            return 0;
        } catch (BackupRefused refused) {
            err.println(refused.getMessage());
        } catch (IOException broken) {
            err.println("A file cannot be read or written (" + broken.getClass().getSimpleName() + ": "
                    + broken.getMessage() + "). Nothing was changed.");
        } catch (FlywayException unmigrated) {
            err.println("The tables cannot be made (" + unmigrated.getClass().getSimpleName()
                    + "). Nothing was changed; look at the database's log, and whether the user may create a schema.");
        } catch (SQLException away) {
            err.println("The database does not do it (SQLSTATE " + away.getSQLState()
                    + "). Nothing was changed; look at its " + "log, and whether the user may create a schema.");
        }
        return 1;
    }

    static String line(String what, Path file, Manifest manifest, long begun) throws IOException {
        return String.format(
                Locale.ROOT,
                "%s %s: %d rows in %d tables, %d files, %d bytes (%d packed), %.1f seconds",
                what,
                file,
                manifest.rows(),
                manifest.tables(),
                manifest.files(),
                manifest.bytes(),
                Files.size(file),
                (System.nanoTime() - begun) / NANOS);
    }
}
