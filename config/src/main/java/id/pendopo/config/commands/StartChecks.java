package id.pendopo.config.commands;

import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Looks before production opens its doors. */
@Component
@Profile("production")
class StartChecks implements SmartInitializingSingleton {

    private final Checks checks;

    StartChecks(Checks checks) {
        this.checks = checks;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<Finding> fatal = checks.all().stream().filter(Finding::fatal).toList();
        if (!fatal.isEmpty()) {
            throw new StartRefused(fatal);
        }
    }
}
