package id.pendopo.config.people;

import id.pendopo.config.security.ChosenPassword;
import id.pendopo.config.security.People;
import id.pendopo.config.security.Person;
import id.pendopo.ui.Agency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Validation of a password that somebody chooses for their own account. */
@Component
class PasswordRules {

    private final People people;
    private final Agency agency;

    PasswordRules(People people, Agency agency) {
        this.people = people;
        this.agency = agency;
    }

    /**
     * What is wrong, as the last part of a message's key.
     *
     * @param current the one that it replaces, which somebody with a handed out one is not asked for
     */
    Optional<String> wrong(String login, String password, String current, boolean handedOut) {
        return ChosenPassword.wrong(login, password, names(login))
                .or(() -> handedOut || people.isPassword(login, current) ? Optional.empty() : Optional.of("current"))
                .or(() -> handedOut && people.isPassword(login, password) ? Optional.of("same") : Optional.empty());
    }

    /** Others would try them first. */
    private List<String> names(String login) {
        return Stream.concat(
                        Stream.of(agency.name()), people.find(login).stream().map(Person::name))
                .toList();
    }
}
