package id.pendopo.config.commands;

import id.pendopo.config.security.Grant;
import id.pendopo.config.security.Role;
import id.pendopo.config.security.Roles;
import id.pendopo.config.security.Users;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code admin NAME}: makes or resets an administrator and prints a password that must be changed at the first log-in. */
final class AdminCommand {

    private AdminCommand() {}

    static int run(Class<?> application, String[] args, PrintStream out, PrintStream err) {
        if (args.length != 1 || !args[0].matches("[a-z0-9._-]{1,64}")) {
            err.println("usage: pendopo admin NAME    (NAME: small letters, digits, dots, hyphens; at most 64)");
            return 2;
        }
        byte[] random = new byte[15];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        try (ConfigurableApplicationContext context = Offline.context(application)) {
            Grant grant = Grant.usual(Roles.of(Role.ADMIN), Optional.empty());
            context.getBean(Users.class).put(new Users.Person(args[0], args[0], grant), password, true);
        }
        out.println("login " + args[0] + " " + password);
        out.println("The password works once: you will be asked for a new one at the first log-in.");
        return 0;
    }
}
