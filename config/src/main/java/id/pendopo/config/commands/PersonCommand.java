package id.pendopo.config.commands;

import id.pendopo.config.security.GrantRequest;
import id.pendopo.config.security.OneTimePassword;
import id.pendopo.config.security.People;
import id.pendopo.config.security.Person;
import id.pendopo.config.security.PersonRequest;
import id.pendopo.config.security.factor.SecondFactors;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.transaction.support.TransactionOperations;

/** {@code person NAME …}: makes, changes or disables an account; prints a one-time password when it handed one out. */
final class PersonCommand {

    private static final String BY = "./pendopo person";
    private static final String USAGE = "usage: pendopo person NAME --role ROLE[,ROLE] [--unit KEY]"
            + " [--scope own|unit|agency|all] [--display TEXT] [--disable|--enable] [--new-password] [--reset-factor]";

    private PersonCommand() {}

    static int run(Class<?> application, String[] args, PrintStream out, PrintStream err) {
        return AccessCommands.run(application, err, USAGE, () -> options(args), (options, context) -> {
            People people = context.getBean(People.class);
            PersonRequest request = request(options);
            Optional<OneTimePassword> password = people.drawFor(request);
            if (Boolean.TRUE.equals(
                    context.getBean(TransactionOperations.class).execute(_ -> people.apply(request, password, BY)))) {
                password.ifPresent(drawn -> print(options.name(), drawn, out));
            }
            if (options.has("--reset-factor")) {
                context.getBean(SecondFactors.class).takeOff(options.name(), BY);
                out.println("The second factor is off: the password alone opens the next log-in.");
            }
            out.println(describe(people.find(options.name()).orElseThrow()));
        });
    }

    private static Options options(String[] args) {
        return Options.read(
                List.of(args),
                Set.of("--role", "--unit", "--scope", "--display"),
                Set.of("--disable", "--enable", "--new-password", "--reset-factor"));
    }

    private static PersonRequest request(Options options) {
        Optional<Boolean> enabled = options.has("--disable")
                ? Optional.of(false)
                : Optional.of(true).filter(_ -> options.has("--enable"));
        return new PersonRequest(
                options.name(),
                options.value("--display"),
                new GrantRequest(options.list("--role"), options.value("--unit"), options.value("--scope")),
                enabled,
                options.has("--new-password"));
    }

    static void print(String login, OneTimePassword password, PrintStream out) {
        out.println("login " + login + " " + password.text());
        out.println("The password works once, within 72 hours: you will be asked for a new one at the first log-in.");
    }

    private static String describe(Person person) {
        return "person " + person.login() + " roles=" + person.grant().roles().keys() + " unit="
                + person.grant().unit().orElse("-") + " scope="
                + person.grant().scope().key()
                + (person.enabled() ? "" : " disabled");
    }
}
