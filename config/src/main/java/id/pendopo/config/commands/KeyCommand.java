package id.pendopo.config.commands;

import id.pendopo.config.security.ApiKey;
import id.pendopo.config.security.ApiKeys;
import id.pendopo.config.security.Grant;
import id.pendopo.config.security.GrantRequest;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code key NAME …}: issues an API key, printed this once, or revokes one. */
final class KeyCommand {

    private static final String BY = "./pendopo key";
    private static final String USAGE =
            "usage: pendopo key NAME --role ROLE[,ROLE] [--unit KEY] [--scope unit|agency|all] | pendopo key NAME --revoke";

    private KeyCommand() {}

    static int run(Class<?> application, String[] args, PrintStream out, PrintStream err) {
        return AccessCommands.run(application, err, USAGE, () -> options(args), (options, context) -> {
            ApiKeys keys = context.getBean(ApiKeys.class);
            if (options.has("--revoke")) {
                keys.revoke(options.name(), BY);
                out.println("revoked " + options.name());
                return;
            }
            Optional<Grant> before = keys.find(options.name()).map(ApiKey::grant);
            Grant grant = new GrantRequest(options.list("--role"), options.value("--unit"), options.value("--scope"))
                    .of(before);
            String key = keys.issue(options.name(), grant, BY);
            out.println("apikey " + options.name() + " " + key);
            out.println("The key is shown this once. roles=" + grant.roles().keys() + " unit="
                    + grant.unit().orElse("-") + " scope=" + grant.scope().key());
        });
    }

    private static Options options(String[] args) {
        return Options.read(List.of(args), Set.of("--role", "--unit", "--scope"), Set.of("--revoke"));
    }
}
