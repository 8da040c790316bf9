package id.pendopo.config.commands;

import id.pendopo.config.backup.BackupCommand;
import id.pendopo.config.backup.RestoreCommand;
import id.pendopo.ui.CountryPackRefused;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.spi.ToolProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** Commands by name. */
public final class Commands {

    /** The server runs on; the process ends when the server does. */
    private static final int RUNNING = -1;

    /** The server did not start; its database stops with the process. */
    private static final int FAILED = 1;

    private static final String USAGE = """
            pendopo demo                     a fictional regency to try, on http://127.0.0.1:8080
            pendopo start                    production
            pendopo admin NAME               makes or resets an administrator
            pendopo person NAME --role ROLE[,ROLE] [--unit KEY] [--scope own|unit|agency|all] [--display TEXT] [--disable|--enable] [--new-password]
            pendopo key NAME --role ROLE[,ROLE] [--unit KEY] [--scope unit|agency|all] | key NAME --revoke
            pendopo content export FOLDER    units, categories, holidays, forms and articles as files
            pendopo content import FOLDER [--dry-run] [--remove]
            pendopo doctor                   checks this installation
            pendopo doctor --retention       what the retention jobs would delete now
            pendopo backup FILE [--key-file FILE] | backup --verify FILE
            pendopo restore FILE [--key-file FILE] [--replace]
            pendopo warm-up                  a demonstration of some seconds, for the JVM's cache
            pendopo evaluate answers|intents|languages|dialogues …
            pendopo normalize KIND FILE [--headers FILE] [--account key=value …]
            pendopo bench turn [--seconds N] [--json out.json]
            """;

    private Commands() {}

    /**
     * Does what the arguments say.
     *
     * @param application the configuration that everything is put together by
     * @return the exit code, or a negative number when a server was started and runs on
     */
    public static int run(Class<?> application, String[] args, PrintStream out, PrintStream err) {
        String command = args.length == 0 ? "" : args[0];
        String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        return switch (command) {
            case "demo" -> serve(application, "demo", rest);
            case "start" -> serve(application, "production", rest);
            case "admin" -> AdminCommand.run(application, rest, out, err);
            case "person" -> PersonCommand.run(application, rest, out, err);
            case "key" -> KeyCommand.run(application, rest, out, err);
            case "content" -> ContentCommand.run(application, rest, out, err);
            case "doctor" -> Doctor.run(application, rest, out);
            case "backup" -> BackupCommand.run(rest, out, err);
            case "restore" -> RestoreCommand.run(rest, out, err);
            case "warm-up" -> WarmUp.run(application, rest, out, err);
            case "evaluate" ->
                rest.length == 0
                        ? usage(err)
                        : tool("evaluate-" + rest[0], Arrays.copyOfRange(rest, 1, rest.length), out, err);
            case "normalize", "fit-gate", "ablate-ranking" -> tool(command, rest, out, err);
            default -> usage(err);
        };
    }

    private static int usage(PrintStream err) {
        err.print(USAGE);
        return 2;
    }

    /** Looks with our own class loader: the system's one sees nothing inside a packed jar. */
    private static int tool(String name, String[] args, PrintStream out, PrintStream err) {
        // A tool's output is for whoever called it; what its libraries tell of their work is not.
        LoggingSystem.get(Commands.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        return ServiceLoader.load(ToolProvider.class, Commands.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(tool -> tool.name().equals(name))
                .findFirst()
                .map(tool -> run(tool, args, out, err))
                .orElseGet(() -> usage(err));
    }

    private static int run(ToolProvider tool, String[] args, PrintStream out, PrintStream err) {
        try {
            return tool.run(out, err, args);
        } catch (CountryPackRefused refused) {
            err.println(refused.getMessage() + " " + refused.remedy());
            return FAILED;
        }
    }

    private static int serve(Class<?> application, String profile, String[] args) {
        SpringApplication server = new SpringApplication(application);
        server.setAdditionalProfiles(profile);
        server.setDefaultProperties(defaults(profile));
        try {
            server.run(args);
            return RUNNING;
        } catch (RuntimeException | Error reported) {
            // Spring told what it was; whoever began threads must not keep a desk alive that serves nobody.
            return FAILED;
        }
    }

    private static Map<String, Object> defaults(String profile) {
        Map<String, Object> defaults = new HashMap<>();
        String managementPort = System.getenv("PENDOPO_MANAGEMENT_PORT");
        if (managementPort != null) {
            defaults.put("management.server.port", managementPort);
            if ("demo".equals(profile)) {
                defaults.put("management.server.address", "127.0.0.1");
            }
        }
        return defaults;
    }
}
