package id.pendopo.channels.gateway.accounts;

import java.util.Arrays;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/** The accounts' names as they stand in the configuration. They are part of addresses, so they are plain. */
final class AccountNames {

    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9]{1,32}");

    private AccountNames() {}

    static boolean isAllowed(String name) {
        return ALLOWED.matcher(name).matches();
    }

    /** @throws AccountsRefused when one is not allowed */
    static SequencedSet<String> in(ConfigurableEnvironment environment) {
        Map<String, Object> accounts = Binder.get(environment)
                .bind(Accounts.PREFIX, Bindable.mapOf(String.class, Object.class))
                .orElse(Map.of());
        TreeSet<String> names = new TreeSet<>(accounts.keySet());
        names.addAll(written(environment));
        names.stream().filter(name -> !isAllowed(name)).forEach(AccountNames::refuse);
        return new TreeSet<>(accounts.keySet());
    }

    /** As the files have them: the binder leaves out characters that it does not like, and would hide a bad name. */
    private static TreeSet<String> written(ConfigurableEnvironment environment) {
        TreeSet<String> names = new TreeSet<>();
        environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()))
                .filter(property -> property.startsWith(Accounts.PREFIX + "."))
                .map(property -> property.substring(Accounts.PREFIX.length() + 1))
                .filter(rest -> rest.contains("."))
                .forEach(rest -> names.add(rest.substring(0, rest.indexOf('.'))));
        return names;
    }

    private static void refuse(String name) {
        throw new AccountsRefused(
                "The account name \"" + name + "\" is not allowed: a name has 1 to 32 characters, a to z and 0 to 9.",
                "Rename the account below " + Accounts.PREFIX + ".");
    }
}
