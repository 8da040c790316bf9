package id.pendopo.config.journeys;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A desk in a process of its own, as people start it, with its own port and data folder. */
public final class DeskProcess implements AutoCloseable {

    private static final Duration READY = Duration.ofMinutes(4);

    private final Path data;
    private final Map<String, String> environment;
    private final List<String> command;
    private Process process;
    private Supplier<String> witness = () -> "";

    private DeskProcess(Path data, Map<String, String> environment, List<String> command, Process process) {
        this.data = data;
        this.environment = environment;
        this.command = command;
        this.process = process;
    }

    /** Starts the demonstration and waits until it is ready. */
    public static DeskProcess demo(Path data, Map<String, String> more) {
        return demo(data, more, classPath());
    }

    /** The same of another build of the desk. */
    static DeskProcess demo(Path data, Map<String, String> more, String classPath) {
        int port = freePort();
        Map<String, String> environment = new HashMap<>(Map.of(
                "PENDOPO_DATA",
                data.toString(),
                "PENDOPO_PORT",
                "" + port,
                "PENDOPO_DEMO_PASSWORD",
                "rahasia-untuk-uji-coba"));
        environment.putAll(more);
        return launched(data, environment, java(classPath, List.of("demo")));
    }

    /** Starts any command that serves and waits until it is ready. */
    static DeskProcess start(Path data, Map<String, String> environment, List<String> arguments) {
        return launched(data, environment, java(arguments));
    }

    private static DeskProcess launched(Path data, Map<String, String> environment, List<String> command) {
        DeskProcess desk = new DeskProcess(data, environment, command, launch(data, environment, command));
        desk.awaitReady();
        return desk;
    }

    /**
     * Runs a command that ends.
     *
     * @return what it printed
     * @throws IllegalStateException it ended with another code than 0
     */
    public static String run(Map<String, String> environment, List<String> arguments)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(java(arguments)).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process command = builder.start();
        String printed = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (command.waitFor() != 0) {
            throw new IllegalStateException(
                    arguments.getFirst() + " ended with " + command.exitValue() + ": " + printed);
        }
        return printed;
    }

    /** The command line of a desk: this JVM's class path and main class. */
    static List<String> java(List<String> arguments) {
        return java(classPath(), arguments);
    }

    private static List<String> java(String classPath, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx640m",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dpendopo.pg-programs=" + System.getProperty("pendopo.pg-programs", ""),
                "-cp",
                classPath,
                "id.pendopo.config.Pendopo"));
        command.addAll(arguments);
        return command;
    }

    /** What this JVM has, without tests and benchmarks: the desk must not find theirs among its own classes. */
    private static String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.contains("benchmarks"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    static Process launch(Path data, Map<String, String> environment, List<String> command) {
        try {
            Files.createDirectories(data);
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.redirectOutput(
                    ProcessBuilder.Redirect.appendTo(data.resolve("desk.log").toFile()));
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until {@code /readyz} says 200; fails with the end of the log. */
    public void awaitReady() {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest ready = HttpRequest.newBuilder(uri("/readyz"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long end = System.nanoTime() + READY.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            try {
                if (http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // It does not listen yet.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
            pause();
        }
        String why = process.isAlive() ? witness.get() + "\n" + threads() : "it ended";
        kill();
        throw new IllegalStateException("the desk did not become ready: " + why + "\n" + log());
    }

    /** What else there is to say of a desk that does not become ready, such as who holds which lock. */
    public void witness(Supplier<String> more) {
        witness = more;
    }

    /** What the desk's threads do, virtual ones included. */
    private String threads() {
        Path dump = data.resolve("threads.txt").toAbsolutePath();
        try {
            Files.deleteIfExists(dump);
            String jcmd =
                    Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            new ProcessBuilder(jcmd, "" + process.pid(), "Thread.dump_to_file", dump.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(30, TimeUnit.SECONDS);
            return Files.readString(dump);
        } catch (IOException none) {
            return "no threads: " + none;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return "no threads";
        }
    }

    /** The process itself, for those who freeze it. */
    public long pid() {
        return process.pid();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@code kill -9} of the desk; its database stays behind. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@code SIGTERM}: the desk ends what it began. */
    public void stop() {
        close();
    }

    /** Starts again on the same data and port. */
    public void restart() {
        process = launch(data, environment, command);
        awaitReady();
    }

    /** The same desk as a proxy on another port shows it. */
    DeskProcess behind(int port) {
        Map<String, String> seen = new HashMap<>(environment);
        seen.put("PENDOPO_PORT", "" + port);
        return new DeskProcess(data, seen, command, process);
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + environment.get("PENDOPO_PORT") + path);
    }

    public String publicUrl() {
        return environment.getOrDefault("PENDOPO_PUBLIC_URL", "http://127.0.0.1:" + environment.get("PENDOPO_PORT"));
    }

    public String log() {
        return log(data);
    }

    /** What the desks of a data folder have logged so far. */
    static String log(Path data) {
        try {
            return Files.readString(data.resolve("desk.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the demonstration printed: {@code login NAME PASSWORD}, {@code apikey ROLE KEY}. */
    public Optional<String> printed(String kind, String name) {
        return log().lines()
                .filter(line -> line.startsWith(kind + " " + name + " "))
                .map(line -> line.substring(kind.length() + name.length() + 2))
                .reduce((first, last) -> last);
    }

    public boolean alive() {
        return process.isAlive();
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
