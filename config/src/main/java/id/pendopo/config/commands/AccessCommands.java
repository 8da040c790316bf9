package id.pendopo.config.commands;

import id.pendopo.config.security.AccessRefused;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;

/** What the commands for people and keys have in common: options first, then the application, and one line when it cannot be. */
final class AccessCommands {

    private AccessCommands() {}

    static int run(
            Class<?> application,
            PrintStream err,
            String usage,
            Supplier<Options> typed,
            BiConsumer<Options, ConfigurableApplicationContext> work) {
        Options options;
        try {
            options = typed.get();
        } catch (Options.Mistyped mistyped) {
            err.println(mistyped.getMessage());
            err.println(usage);
            return 2;
        }
        try (ConfigurableApplicationContext context = Offline.context(application)) {
            try {
                work.accept(options, context);
                return 0;
            } catch (AccessRefused refused) {
                err.println(explain(refused, context));
                return 1;
            }
        }
    }

    private static String explain(AccessRefused refused, ConfigurableApplicationContext context) {
        String line = context.getMessage(refused.reason().key(), null, Locale.ENGLISH);
        return switch (refused.reason()) {
            case ROLES -> line + " (" + roles() + ")";
            case UNIT ->
                line + " ("
                        + String.join(
                                ", ",
                                context.getBean(id.pendopo.ticketing.Agents.class)
                                        .units()
                                        .keySet()) + ")";
            default -> line;
        };
    }

    private static String roles() {
        return Arrays.stream(id.pendopo.config.security.Role.values())
                .map(id.pendopo.config.security.Role::key)
                .collect(Collectors.joining(", "));
    }
}
