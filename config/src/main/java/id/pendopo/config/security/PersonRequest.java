package id.pendopo.config.security;

import java.util.Optional;

/**
 * Somebody new, or a change of somebody known, as a command or a program asks for it; what is empty stays as it is.
 *
 * @param name what citizens and colleagues read; for somebody new the log-in name, if it is empty
 * @param newPassword whether somebody known gets a one-time password; somebody new does anyway
 */
public record PersonRequest(
        String login, Optional<String> name, GrantRequest grant, Optional<Boolean> enabled, boolean newPassword) {

    /** What is asked for, of somebody who is as they are before, or nobody yet. */
    Person of(Optional<Person> before) {
        return new Person(
                login,
                name.or(() -> before.map(Person::name)).orElse(login),
                grant.of(before.map(Person::grant)),
                enabled.or(() -> before.map(Person::enabled)).orElse(true));
    }
}
