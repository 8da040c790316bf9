package id.pendopo.config.commands;

import java.util.List;
import org.springframework.stereotype.Component;

/** Everything about an installation that can be looked at from inside. */
@Component
class Checks {

    private final List<Check> checks;

    Checks(List<Check> checks) {
        this.checks = List.copyOf(checks);
    }

    List<Finding> all() {
        return checks.stream().flatMap(check -> check.look().stream()).toList();
    }
}
