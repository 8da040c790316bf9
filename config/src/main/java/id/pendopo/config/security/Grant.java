package id.pendopo.config.security;

import id.pendopo.config.security.AccessRefused.Reason;
import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.Agents.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An access grant: what one person or program may do, for which unit, and how far it sees.
 *
 * @param unit the unit's key; empty: none was named
 */
public record Grant(Roles roles, Optional<String> unit, Scope scope) {

    /** The grant with the scope that its roles and unit usually have. */
    public static Grant usual(Roles roles, Optional<String> unit) {
        return new Grant(roles, unit, usualScope(roles, unit));
    }

    /** Who works for one unit sees its tickets, who supervises one sees the agency's, who belongs to none or runs all sees all. */
    public static Scope usualScope(Roles roles, Optional<String> unit) {
        if (unit.isEmpty() || roles.include(Role.ADMIN)) {
            return Scope.ALL;
        }
        return roles.include(Role.SUPERVISOR) ? Scope.AGENCY : Scope.UNIT;
    }

    /** @throws AccessRefused the unit is none of these, or the scope needs one */
    void check(Set<String> units) {
        if (unit.filter(key -> !units.contains(key)).isPresent()) {
            throw new AccessRefused(Reason.UNIT);
        }
        if (scope == Scope.UNIT && unit.isEmpty()) {
            throw new AccessRefused(Reason.SCOPE_OF_NOTHING);
        }
    }

    Agents.Reach reach() {
        return new Agents.Reach(unit, scope);
    }

    /** For the audit log. */
    Map<String, String> values() {
        return Map.of(
                "config.people.roles", roles.keys(),
                "config.people.unit", unit.orElse("-"),
                "config.people.scope", scope.key());
    }

    /** The first role as the column {@code role} has it. */
    String first() {
        return roles.all().getFirst().key();
    }

    /** The other roles as the column {@code more_roles} has them. */
    String[] others() {
        return roles.all().stream().skip(1).map(Role::key).toArray(String[]::new);
    }

    /** Of the columns {@code role}, {@code more_roles}, {@code unit} and {@code scope}. */
    static Grant read(ResultSet row) throws SQLException {
        List<Role> roles = new ArrayList<>(List.of(Role.of(row.getString("role"))));
        Arrays.stream((Object[]) row.getArray("more_roles").getArray())
                .map(key -> Role.of((String) key))
                .forEach(roles::add);
        return new Grant(
                new Roles(roles),
                Optional.ofNullable(row.getString("unit")),
                Scope.of(row.getString("scope")).orElseThrow());
    }
}
