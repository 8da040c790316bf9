package id.pendopo.config.people;

import id.pendopo.config.security.AccessRefused;
import id.pendopo.config.security.Grant;
import id.pendopo.config.security.GrantRequest;
import id.pendopo.config.security.Person;
import id.pendopo.config.security.Role;
import java.util.List;
import java.util.Optional;

/**
 * A form about a person or a key, as it was typed.
 *
 * @param scope blank: the usual one for roles and unit
 */
record GrantForm(String login, String name, List<String> roles, String unit, String scope) {

    static final GrantForm BLANK = new GrantForm("", "", List.of(Role.AGENT.key()), "", "");

    GrantForm {
        login = login.strip();
        name = name.strip();
        roles = List.copyOf(roles);
    }

    static GrantForm of(Person person) {
        Grant grant = person.grant();
        return new GrantForm(
                person.login(),
                person.name(),
                grant.roles().all().stream().map(Role::key).toList(),
                grant.unit().orElse(""),
                grant.scope().key());
    }

    /** @throws AccessRefused there is no such role or scope */
    Grant grant() {
        return new GrantRequest(Optional.of(roles), Optional.of(unit), Optional.of(scope)).of(Optional.empty());
    }

    String displayed() {
        return name.isEmpty() ? login : name;
    }
}
