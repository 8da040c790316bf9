package id.pendopo.channels;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A server that knows a provider's own description of its interface and refuses what does not fit it. Runs where Node is, on
 * loopback; installed once from npm below {@code ~/.cache/pendopo/peers}.
 *
 * @see <a href="https://www.npmjs.com/package/@stoplight/prism-cli">Prism</a>
 */
public final class Prism implements AutoCloseable {

    private static final String VERSION = "5.14.2";
    private static final int START_SECONDS = 30;

    private final Process server;
    private final int port;

    private Prism(Process server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Empty, after saying why, where it cannot run. */
    public static Optional<Prism> start(Path description) throws Exception {
        Optional<Path> program = program();
        if (program.isEmpty()) {
            return Optional.empty();
        }
        int port = freePort();
        Process server = new ProcessBuilder(
                        "node",
                        program.get().toString(),
                        "mock",
                        "-h",
                        "127.0.0.1",
                        "-p",
                        String.valueOf(port),
                        description.toAbsolutePath().toString())
                .redirectErrorStream(true)
                .start();
        try {
            CompletableFuture.runAsync(() -> awaitListening(server)).get(START_SECONDS, TimeUnit.SECONDS);
            return Optional.of(new Prism(server, port));
        } catch (Exception failed) {
            server.destroyForcibly();
            return skipped("Prism did not start");
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static Optional<Path> program() throws Exception {
        return NodePackages.installed("prism-" + VERSION, "@stoplight/prism-cli@" + VERSION)
                .map(home -> home.resolve("node_modules/@stoplight/prism-cli/dist/index.js"));
    }

    /** Reads on until the end, so that the server never waits for a reader. */
    private static void awaitListening(Process server) {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        if (lines.lines().noneMatch(line -> line.contains("listening"))) {
            throw new IllegalStateException("Prism ended");
        }
        Thread.ofVirtual().start(() -> lines.lines().forEach(_ -> {}));
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static <T> Optional<T> skipped(String why) {
        System.out.println("SKIPPED: " + why + "; only our own fake of the provider was asked.");
        return Optional.empty();
    }

    @Override
    public void close() {
        List<ProcessHandle> children = server.descendants().toList();
        server.destroy();
        children.forEach(ProcessHandle::destroy);
    }
}
