package id.pendopo.benchmarks;

import id.pendopo.config.database.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** A server of its own process, port and data folder. */
final class ServerProcess implements AutoCloseable {

    /** The same few people ask more, and the same, than people do. */
    private static final String ANSWERS_EVERYTHING = """
            {"pendopo.conversation.pacing":
             {"same-text": 1000000, "same-word": 1000000, "in-a-row": 1000000, "paid-answers": 1000000}}""";

    private static final Duration START = Duration.ofSeconds(120);

    private final Process process;
    private final Path data;
    private final int port;
    private final double startSeconds;
    private final ProcessHandle database;

    private ServerProcess(Process process, Path data, int port, double startSeconds) {
        this.process = process;
        this.data = data;
        this.database = database(data);
        this.port = port;
        this.startSeconds = startSeconds;
    }

    /**
     * Starts a main class with the flags that the desk is shipped with and waits until it is ready.
     *
     * @throws IllegalStateException it did not become ready; its log is named
     */
    static ServerProcess start(String name, String mainClass, List<String> arguments)
            throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("pendopo-bench-" + name);
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+UseTransparentHugePages",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(classes(mainClass));
        command.add(mainClass);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(data.resolve("server.log").toFile());
        builder.environment().keySet().removeIf(key -> key.startsWith("SPRING_") || key.startsWith("PENDOPO_"));
        builder.environment().putAll(environment(data, port));
        long begin = System.nanoTime();
        Process process = builder.start();
        awaitReady(process, port, data);
        return new ServerProcess(process, data, port, (System.nanoTime() - begin) / 1e9);
    }

    /** The process that every connection's process comes from. */
    private static ProcessHandle database(Path data) {
        try (Connection connection = DriverManager.getConnection(
                        EmbeddedPostgres.running(data).orElseThrow());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return ProcessHandle.of(row.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be asked", e);
        }
    }

    /**
     * The desk runs from its packed jar with its cache, as it is shipped, and must not find the bare application among its own
     * classes; the bare one comes from folders, for which a JVM keeps no cache.
     */
    private static List<String> classes(String mainClass) {
        String all = System.getProperty("java.class.path");
        if (mainClass.startsWith(ServerProcess.class.getPackageName())) {
            return List.of("-cp", all);
        }
        String packed = Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> entry.endsWith("pendopo.jar"))
                .findFirst()
                .orElseThrow();
        Path cache = Path.of(packed).resolveSibling("pendopo.aot");
        return List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=off", "-Xlog:cds*=off", "-cp", packed);
    }

    private static Map<String, String> environment(Path data, int port) {
        return Map.of(
                "PENDOPO_DATA",
                data.toString(),
                "PENDOPO_PORT",
                "" + port,
                "PENDOPO_PUBLIC_URL",
                "http://127.0.0.1:" + port,
                "PENDOPO_CHANNELS_ACCOUNTS_SMSMAIN_KIND",
                "twilio-sms",
                "PENDOPO_CHANNELS_ACCOUNTS_SMSMAIN_ACCOUNTSID",
                SignedSms.ACCOUNT,
                "PENDOPO_CHANNELS_ACCOUNTS_SMSMAIN_AUTHTOKEN",
                SignedSms.TOKEN,
                "PENDOPO_CHANNELS_ACCOUNTS_SMSMAIN_FROM",
                SignedSms.NUMBER,
                "SPRING_APPLICATION_JSON",
                ANSWERS_EVERYTHING,
                "SERVER_ADDRESS",
                "127.0.0.1");
    }

    private static void awaitReady(Process process, int port, Path data) throws InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/readyz"))
                .build();
        long end = System.nanoTime() + START.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            try {
                if (http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // It does not listen yet.
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        process.destroy();
        throw new IllegalStateException("the server did not become ready; see " + data.resolve("server.log"));
    }

    URI webhook() {
        return URI.create("http://127.0.0.1:" + port + "/webhooks/smsmain");
    }

    double startSeconds() {
        return startSeconds;
    }

    /** Resident memory of the server without its database, in MiB. */
    long rssMiB() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    /** Used so far by the server and its database, and by this very process. */
    ProcessorTime processorTime() {
        return ProcessorTime.of(process.toHandle(), database);
    }

    /**
     * The database's version.
     *
     * @throws IllegalStateException it would not be durable
     */
    String assertDurable() {
        String url = EmbeddedPostgres.running(data).orElseThrow();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select current_setting('fsync') = 'on' and current_setting('synchronous_commit') = 'on'
                            and current_setting('full_page_writes') = 'on', current_setting('server_version')
                        """)) {
            row.next();
            if (!row.getBoolean(1)) {
                throw new IllegalStateException("fsync, full_page_writes and synchronous_commit must be on");
            }
            return row.getString(2);
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be asked", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException e) {
            System.err.println("left behind: " + data);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
