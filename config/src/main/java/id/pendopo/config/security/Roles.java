package id.pendopo.config.security;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A set of roles: what one person or program is, and so what they may do; at least one.
 *
 * @param all in the order of {@link Role}
 */
public record Roles(List<Role> all) {

    public Roles {
        if (all.isEmpty()) {
            throw new IllegalArgumentException("whoever has no role may do nothing");
        }
        all = List.copyOf(EnumSet.copyOf(all));
    }

    public static Roles of(Role... roles) {
        return new Roles(List.of(roles));
    }

    /** Of their keys, {@code agent} and {@code editor}; empty when one is no role's, or there is none. */
    public static Optional<Roles> of(List<String> keys) {
        Set<String> known = Arrays.stream(Role.values()).map(Role::key).collect(Collectors.toSet());
        return keys.isEmpty() || !known.containsAll(keys)
                ? Optional.empty()
                : Optional.of(new Roles(keys.stream().map(Role::of).toList()));
    }

    /** What a person of these roles may do. */
    public List<String> authorities() {
        return union(role -> role.authorities().stream());
    }

    /** What a program with a key of these roles may do. */
    public List<String> programAuthorities() {
        return union(role -> role.programAuthorities().stream());
    }

    /** Whether people of these roles work tickets. */
    public boolean workTickets() {
        return all.stream().anyMatch(Role::worksTickets);
    }

    /** Whether what these roles open asks for more than a password. */
    public boolean needSecondFactor() {
        return all.stream().anyMatch(Role::needsSecondFactor);
    }

    public boolean include(Role role) {
        return all.contains(role);
    }

    /** {@code agent,editor} */
    public String keys() {
        return all.stream().map(Role::key).collect(Collectors.joining(","));
    }

    private List<String> union(Function<Role, Stream<String>> some) {
        return all.stream().flatMap(some).distinct().toList();
    }
}
