package id.pendopo.config.security;

import id.pendopo.config.security.AccessRefused.Reason;
import id.pendopo.ticketing.Agents.Scope;
import java.util.List;
import java.util.Optional;

/**
 * A grant as somebody asks for it in a command, a form or a call.
 *
 * @param roles keys of roles; empty: as it is
 * @param unit a unit's key, blank for none; empty: as it is
 * @param scope a scope's key, blank for the usual one; empty: as it is, or the usual one for what is new or changes
 */
public record GrantRequest(Optional<List<String>> roles, Optional<String> unit, Optional<String> scope) {

    /**
     * What is asked for, of somebody who has this grant or none yet.
     *
     * @throws AccessRefused there is no such role or scope, or somebody new would have none
     */
    public Grant of(Optional<Grant> before) {
        Roles wanted = roles.map(keys -> Roles.of(keys).orElseThrow(() -> new AccessRefused(Reason.ROLES)))
                .or(() -> before.map(Grant::roles))
                .orElseThrow(() -> new AccessRefused(Reason.ROLES));
        Optional<String> belongs = unit.isPresent() ? unit.filter(key -> !key.isBlank()) : before.flatMap(Grant::unit);
        Scope usual = Grant.usualScope(wanted, belongs);
        Scope reach = scope.isPresent()
                ? scope.filter(key -> !key.isBlank())
                        .map(key -> Scope.of(key).orElseThrow(() -> new AccessRefused(Reason.SCOPE)))
                        .orElse(usual)
                : before.filter(grant ->
                                grant.roles().equals(wanted) && grant.unit().equals(belongs))
                        .map(Grant::scope)
                        .orElse(usual);
        return new Grant(wanted, belongs, reach);
    }
}
