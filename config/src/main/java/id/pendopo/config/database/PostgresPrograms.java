package id.pendopo.config.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL's own programs, run one after the other; what they print is kept beside them.
 *
 * @param home the folder that holds {@code bin} and {@code lib}
 * @param user whom they run as
 * @param log where the server says what went wrong
 */
record PostgresPrograms(Path home, PostgresUser user, Path log) {

    /**
     * Runs a program to its end.
     *
     * @throws IllegalStateException it failed; the message says where the reason is
     */
    void run(String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        if (exitOf(command) != 0) {
            throw new IllegalStateException(program + " failed; the reason is in " + log);
        }
    }

    /** The exit code of a program and its arguments. */
    int exitOf(List<String> program) {
        List<String> command = new ArrayList<>(program);
        command.set(0, home.resolve("bin").resolve(program.getFirst()).toString());
        try {
            ProcessBuilder builder = new ProcessBuilder(user.command(command)).redirectErrorStream(true);
            builder.directory(home.resolveSibling("").toFile()); // Ours may be closed to them.
            builder.environment().put("LD_LIBRARY_PATH", home.resolve("lib").toString());
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(
                    home.resolveSibling("postgres-commands.log").toFile()));
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(program.getFirst() + " cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + program.getFirst() + " ran", e);
        }
    }
}
