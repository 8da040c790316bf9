package id.pendopo.config.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Whom PostgreSQL's programs run as. PostgreSQL refuses to run as root: there they run as the system user {@code pendopo} if
 * there is one, otherwise as {@code nobody}; where neither reaches the data folder, in a user namespace, which keeps root's
 * rights on files. Whose a cluster is, remains: who runs it must be able to end what an earlier desk left behind.
 *
 * @param uid whom files are handed to; 0 where they stay whose they are
 */
record PostgresUser(List<String> prefix, int uid, int gid) {

    private static final String OWN = "pendopo";
    private static final PostgresUser SELF = new PostgresUser(List.of(), 0, 0);
    private static final PostgresUser NAMESPACE = new PostgresUser(List.of("unshare", "-U"), 0, 0);
    private static final PostgresUser NOBODY = another(65534, 65534);

    /** Who they run as in this data folder. */
    static PostgresUser detect(Path data, Path cluster) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return SELF;
        }
        if (Files.exists(cluster)) {
            int owner = (int) Files.getAttribute(cluster, "unix:uid");
            return owner == 0 ? namespace() : another(owner, (int) Files.getAttribute(cluster, "unix:gid"));
        }
        return ofItsOwn()
                .filter(user -> user.reaches(data))
                .or(() -> Optional.of(NOBODY).filter(user -> user.reaches(data)))
                .orElseGet(PostgresUser::namespace);
    }

    private static PostgresUser another(int uid, int gid) {
        return new PostgresUser(List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups"), uid, gid);
    }

    private static PostgresUser namespace() {
        return works(NAMESPACE.command(List.of("true"))) ? NAMESPACE : NOBODY;
    }

    private static Optional<PostgresUser> ofItsOwn() {
        Optional<Integer> uid = number("-u");
        Optional<Integer> gid = number("-g");
        return uid.isPresent() && gid.isPresent() && uid.get() > 0
                ? Optional.of(another(uid.get(), gid.get()))
                : Optional.empty();
    }

    private static Optional<Integer> number(String which) {
        try {
            Process id = new ProcessBuilder("id", which, OWN)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String printed = new String(id.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return id.waitFor() == 0 ? Optional.of(Integer.parseInt(printed)) : Optional.empty();
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** The folder itself becomes theirs. */
    private boolean reaches(Path data) {
        Path parent = data.toAbsolutePath().normalize().getParent();
        return parent != null && works(command(List.of("test", "-x", parent.toString())));
    }

    /** The command as that user. */
    List<String> command(List<String> program) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(program);
        return command;
    }

    /** Hands a file or a folder with all that is in it over where the user is another one than ours. */
    void own(Path path) {
        if (uid > 0 && !works(List.of("chown", "-R", uid + ":" + gid, path.toString()))) {
            throw new IllegalStateException("cannot hand " + path + " to the user that PostgreSQL runs as");
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
