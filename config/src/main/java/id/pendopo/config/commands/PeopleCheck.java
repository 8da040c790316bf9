package id.pendopo.config.commands;

import id.pendopo.config.security.ApiKeys;
import id.pendopo.config.security.People;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Administrators and passwords that everybody knows. */
@Component
@Order(2)
class PeopleCheck implements Check {

    private static final List<String> KNOWN =
            List.of("pendopo", "admin", "administrator", "password", "rahasia", "demo", "changeme", "12345678");

    private final People people;
    private final ApiKeys keys;

    PeopleCheck(People people, ApiKeys keys) {
        this.people = people;
        this.keys = keys;
    }

    @Override
    public List<Finding> look() {
        List<String> weak = people.withDefaultPassword(KNOWN);
        return List.of(
                keys.anyOfADemonstration()
                        ? Finding.fatal(
                                "data folder",
                                "belongs to a demonstration, its log-ins and keys still open; choose another one with PENDOPO_DATA.")
                        : Finding.ok("data folder", "no demonstration's"),
                people.hasAdministrator()
                        ? Finding.ok("administrator", "there is one")
                        : Finding.fatal("administrator", "there is none; make one with ./pendopo admin NAME."),
                weak.isEmpty()
                        ? Finding.ok("passwords", "none that everybody knows")
                        : Finding.fatal(
                                "passwords",
                                "everybody can guess those of " + String.join(", ", weak)
                                        + "; change them, for an administrator with ./pendopo admin NAME."));
    }
}
