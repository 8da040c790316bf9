package id.pendopo.config.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** PostgreSQL refuses to run as root: there its programs run in a user namespace, or as the user "nobody". */
enum PostgresUser {
    SELF(List.of()),
    NAMESPACE(List.of("unshare", "-U")),
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

    private final List<String> prefix;

    PostgresUser(List<String> prefix) {
        this.prefix = prefix;
    }

    /** Who the programs run as here. */
    static PostgresUser detect() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return SELF;
        }
        return works(List.of("unshare", "-U", "true")) ? NAMESPACE : NOBODY;
    }

    /** The command as that user. */
    List<String> command(List<String> program) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(program);
        return command;
    }

    /** Whether it must pass through folders of ours to its own. */
    boolean needsAWay() {
        return this == NOBODY;
    }

    /** Hands the folder over where the user is another one than ours. */
    void own(Path folder) {
        if (this == NOBODY && !works(List.of("chown", "-R", "65534:65534", folder.toString()))) {
            throw new IllegalStateException("cannot hand " + folder + " to the user that PostgreSQL runs as");
        }
    }

    private static boolean works(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
