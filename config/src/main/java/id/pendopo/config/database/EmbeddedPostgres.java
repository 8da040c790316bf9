package id.pendopo.config.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL of our own in the data folder, on loopback, with {@code fsync} and {@code synchronous_commit} on. It is
 * started again when it dies, and an orphan of a killed desk is stopped first; only the {@code postmaster.pid} of this data
 * folder is ever touched.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String VERSION = "18";
    private static final int START_SECONDS = 60;

    private final Path data;
    private final Path home;
    private final Path cluster;
    private final Path log;
    private final PostgresSecret secret;
    private final PostgresUser user;
    private final PostgresPrograms programs;
    private final int port;
    private final DataFolderLock lock;
    private final AtomicBoolean closing = new AtomicBoolean();
    private CompletableFuture<Void> started = CompletableFuture.completedFuture(null);

    private EmbeddedPostgres(Path data, int port, DataFolderLock lock) throws IOException {
        this.data = data;
        this.home = data.resolve("pg-" + VERSION);
        this.cluster = data.resolve("pgdata-" + VERSION);
        this.log = data.resolve("postgres.log");
        this.secret = new PostgresSecret(data.resolve("postgres.secret"));
        this.user = PostgresUser.detect(data, cluster);
        this.programs = new PostgresPrograms(home, user, log);
        this.port = port;
        this.lock = lock;
    }

    /**
     * Starts the database of a data folder and waits until it answers.
     *
     * @param wantedPort 0 takes a free one
     * @throws IllegalStateException another desk uses the data folder, or PostgreSQL does not start; the message says where
     *     its log is
     */
    public static EmbeddedPostgres start(Path data, int wantedPort) {
        EmbeddedPostgres postgres = begin(data, wantedPort);
        postgres.await();
        return postgres;
    }

    /**
     * Begins to start the database of a data folder: where to connect is known at once, that somebody answers there only after
     * {@link #await()}.
     *
     * @param wantedPort 0 takes a free one
     * @throws IllegalStateException another desk uses the data folder
     */
    static EmbeddedPostgres begin(Path data, int wantedPort) {
        try {
            Files.createDirectories(data);
            DataFolderLock lock = DataFolderLock.take(data);
            EmbeddedPostgres postgres = new EmbeddedPostgres(
                    data.toAbsolutePath().normalize(), wantedPort == 0 ? freePort() : wantedPort, lock);
            postgres.closeToOthers();
            postgres.secret.keep();
            DatabaseRoles.draw(postgres.data);
            postgres.started = CompletableFuture.runAsync(
                    postgres::bringUp, Thread.ofPlatform().name("embedded-postgres")::start);
            return postgres;
        } catch (IOException e) {
            throw unusable(data, e);
        }
    }

    private static UncheckedIOException unusable(Path folder, IOException e) {
        return new UncheckedIOException("the data folder " + folder + " cannot be used", e);
    }

    private void bringUp() {
        try {
            PostgresBinaries.unpack(home);
            user.own(home);
            initialise();
            stopOrphan();
            launch();
            DatabaseRoles.arrange(url(), data);
            watch();
        } catch (SQLException e) {
            throw new IllegalStateException("the embedded database's roles cannot be arranged; see " + log, e);
        } catch (IOException e) {
            throw unusable(cluster, e);
        }
    }

    /**
     * Waits until the database answers.
     *
     * @throws IllegalStateException it does not start; the message says where its log is
     * @throws UncheckedIOException the data folder cannot be used
     */
    void await() {
        try {
            started.join();
            // Not by its own thread, which may be ahead of what sets the levels of logging.
            LOG.info("the embedded database listens on 127.0.0.1:{}", port);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
    }

    /**
     * The JDBC address of a database that another process runs in this data folder.
     *
     * @return empty when none is running
     */
    public static Optional<String> running(Path data) {
        return postmaster(data)
                .filter(PostmasterFile::alive)
                .map(server -> url(server.port(), new PostgresSecret(data.resolve("postgres.secret"))));
    }

    /** The process of the server that runs in this data folder. */
    public static Optional<Long> process(Path data) {
        return postmaster(data).map(PostmasterFile::process);
    }

    private static Optional<PostmasterFile> postmaster(Path data) {
        return PostmasterFile.of(data.toAbsolutePath().resolve("pgdata-" + VERSION));
    }

    /** Where the desk and its migrations connect. */
    DatabaseRoles roles() {
        return DatabaseRoles.of(url(), data);
    }

    /** Where the superuser connects, password included: for whoever looks after the database. */
    public String url() {
        return url(port, secret);
    }

    public int port() {
        return port;
    }

    private static String url(int port, PostgresSecret secret) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=pendopo&password=" + secret.text();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void closeToOthers() throws IOException {
        PrivateFiles.closeFolder(data, user);
        PrivateFiles.closeFile(log);
        PrivateFiles.closeFile(home.resolveSibling("postgres-commands.log"));
        PrivateFiles.closeFile(data.resolve(DataFolderLock.FILE));
    }

    private void initialise() throws IOException {
        if (Files.exists(cluster)) {
            return;
        }
        Path partial = cluster.resolveSibling(cluster.getFileName() + ".partial");
        FileSystemUtils.deleteRecursively(partial);
        Files.createDirectories(partial);
        user.own(partial);
        user.own(secret.file());
        programs.run(
                "initdb",
                "-D",
                partial.toString(),
                "-U",
                "pendopo",
                "--pwfile=" + secret.file(),
                "-A",
                "scram-sha-256",
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--no-instructions");
        Files.move(partial, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private void stopOrphan() {
        if (status()) {
            LOG.info("stopping the database that an earlier desk left behind in {}", cluster);
            programs.run("pg_ctl", "stop", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "60");
        }
    }

    private boolean status() {
        return programs.exitOf(List.of("pg_ctl", "status", "-D", cluster.toString())) == 0;
    }

    private synchronized void launch() throws IOException {
        if (closing.get()) {
            return;
        }
        user.own(log);
        programs.run(
                "pg_ctl",
                "start",
                "-D",
                cluster.toString(),
                "-l",
                log.toString(),
                "-w",
                "-t",
                "" + START_SECONDS,
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=on"
                        + " -c synchronous_commit=on -c full_page_writes=on -c max_connections=100"
                        + " -c log_statement=none -c log_min_error_statement=panic -c log_parameter_max_length_on_error=0");
    }

    /** Starts the server again whenever its process ends before we close. */
    private void watch() {
        PostmasterFile.of(cluster)
                .flatMap(server -> ProcessHandle.of(server.process()))
                .ifPresent(process -> process.onExit().thenRun(this::revive));
    }

    private void revive() {
        if (closing.get()) {
            return;
        }
        LOG.warn("the embedded database ended unexpectedly and is started again; see {}", log);
        for (int attempt = 1; !closing.get(); attempt++) {
            try {
                launch();
                watch();
                LOG.info("the embedded database listens on 127.0.0.1:{} again", port);
                return;
            } catch (IllegalStateException | IOException e) {
                LOG.warn("attempt {} to start the embedded database failed; see {}", attempt, log);
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops the server and lets go of the data folder. */
    @Override
    public void close() {
        started.exceptionally(failed -> null).join();
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        stop();
    }

    private synchronized void stop() {
        try {
            if (Files.exists(PostmasterFile.path(cluster))) {
                programs.exitOf(List.of("pg_ctl", "stop", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "60"));
            }
            lock.close();
        } catch (IOException e) {
            LOG.warn("the lock of the data folder could not be released", e);
        }
    }
}
