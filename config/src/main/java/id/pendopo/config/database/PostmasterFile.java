package id.pendopo.config.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The {@code postmaster.pid} of a PostgreSQL cluster: which process serves it, and where. PostgreSQL writes it line by line
 * while it starts, and leaves it behind when it is killed.
 *
 * @param process its id
 * @param port on loopback
 * @see <a href="https://www.postgresql.org/docs/18/storage-file-layout.html">Database File Layout</a>
 */
record PostmasterFile(long process, int port) {

    private static final int PROCESS_LINE = 0;
    private static final int PORT_LINE = 3;

    /** @return empty when no server was started in the cluster, or one is only just starting */
    static Optional<PostmasterFile> of(Path cluster) {
        try {
            List<String> lines = Files.readAllLines(path(cluster));
            return Optional.of(new PostmasterFile(
                    Long.parseLong(lines.get(PROCESS_LINE).strip()),
                    Integer.parseInt(lines.get(PORT_LINE).strip())));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    static Path path(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    boolean alive() {
        return ProcessHandle.of(process).isPresent();
    }
}
