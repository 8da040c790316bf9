package id.pendopo.channels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.file.PathUtils;

/** Programs of others that our tests talk to, installed once from npm below {@code ~/.cache/pendopo/peers}. */
public final class NodePackages {

    private static final int INSTALL_SECONDS = 45;

    private NodePackages() {}

    /** The folder with {@code node_modules}; empty, after saying why, where it cannot be had. */
    public static Optional<Path> installed(String name, String... packages) throws Exception {
        Path home = Path.of(System.getProperty("user.home"), ".cache/pendopo/peers", name);
        if (!Files.isDirectory(home.resolve("node_modules")) && !install(home, List.of(packages))) {
            System.out.println("SKIPPED: " + name + " could not be installed from npm.");
            return Optional.empty();
        }
        return Optional.of(home);
    }

    /** Into a folder of its own, moved into place when complete: other builds may do the same at this moment. */
    private static boolean install(Path home, List<String> packages) throws Exception {
        Files.createDirectories(home.getParent());
        Path fresh = Files.createTempDirectory(home.getParent(), "npm");
        Files.writeString(fresh.resolve("package.json"), "{\"private\": true}");
        List<String> command = new ArrayList<>(List.of("npm", "install", "--no-audit", "--no-fund", "--silent"));
        command.addAll(packages);
        try {
            Process npm = new ProcessBuilder(command)
                    .directory(fresh.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!npm.waitFor(INSTALL_SECONDS, TimeUnit.SECONDS)) {
                npm.descendants().forEach(ProcessHandle::destroy);
                npm.destroy();
                return false;
            }
            return npm.exitValue() == 0 && moved(fresh, home);
        } catch (IOException noNpm) {
            return false;
        } finally {
            if (Files.exists(fresh)) {
                PathUtils.deleteDirectory(fresh);
            }
        }
    }

    private static boolean moved(Path fresh, Path home) throws IOException {
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException somebodyWasFaster) {
            return Files.isDirectory(home);
        }
    }
}
