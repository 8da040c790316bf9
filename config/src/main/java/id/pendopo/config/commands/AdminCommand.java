package id.pendopo.config.commands;

import id.pendopo.config.security.Grant;
import id.pendopo.config.security.OneTimePassword;
import id.pendopo.config.security.People;
import id.pendopo.config.security.Person;
import id.pendopo.config.security.Role;
import id.pendopo.config.security.Roles;
import java.io.PrintStream;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionOperations;

/** {@code admin NAME}: makes or resets an administrator and prints a password that must be changed at the first log-in. */
final class AdminCommand {

    static final String BY = "./pendopo admin";

    private AdminCommand() {}

    static int run(Class<?> application, String[] args, PrintStream out, PrintStream err) {
        if (args.length != 1 || !args[0].matches("[a-z0-9._-]{1,64}")) {
            err.println("usage: pendopo admin NAME    (NAME: small letters, digits, dots, hyphens; at most 64)");
            return 2;
        }
        try (ConfigurableApplicationContext context = Offline.context(application)) {
            People people = context.getBean(People.class);
            OneTimePassword password = people.draw();
            context.getBean(TransactionOperations.class)
                    .executeWithoutResult(_ -> makeOrReset(people, args[0], password));
            PersonCommand.print(args[0], password, out);
        }
        return 0;
    }

    private static void makeOrReset(People people, String login, OneTimePassword password) {
        Grant grant = Grant.usual(Roles.of(Role.ADMIN), Optional.empty());
        Optional<Person> known = people.find(login);
        if (known.isEmpty()) {
            people.add(new Person(login, login, grant), password, BY);
            return;
        }
        people.change(new Person(login, known.get().name(), grant), BY);
        people.resetPassword(login, password, BY);
    }
}
