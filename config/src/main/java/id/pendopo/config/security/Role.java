package id.pendopo.config.security;

import java.util.List;
import java.util.stream.Stream;

/** What people and programs are, and so what they may do. */
public enum Role {
    AGENT(List.of("desk:read", "desk:reply", "desk:assign", "desk:close", "knowledge:read")),
    SUPERVISOR(List.of(
            "desk:read",
            "desk:reply",
            "desk:assign",
            "desk:close",
            "desk:supervise",
            "knowledge:read",
            "knowledge:approve")),
    EDITOR(List.of("knowledge:read", "knowledge:edit", "knowledge:approve")),
    ADMIN(List.of(
            "desk:read",
            "desk:reply",
            "desk:assign",
            "desk:close",
            "desk:supervise",
            "knowledge:read",
            "knowledge:edit",
            "knowledge:approve",
            "admin",
            "ops"));

    private final List<String> authorities;

    Role(List<String> authorities) {
        this.authorities = authorities;
    }

    /** What a person of this role may do. */
    public List<String> authorities() {
        return authorities;
    }

    /** What a program with a key of this role may do. */
    public List<String> programAuthorities() {
        Stream<String> door = worksTickets() ? Stream.of("api:read", "api:write") : Stream.of("api:read");
        return Stream.concat(authorities.stream(), door).toList();
    }

    /** Whether people of this role work tickets. */
    public boolean worksTickets() {
        return authorities.contains("desk:reply");
    }

    /** Whether a password alone is too little for people of this role: they see and steer what others do. */
    public boolean needsSecondFactor() {
        return authorities.contains("desk:supervise");
    }

    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Role of(String key) {
        return valueOf(key.toUpperCase(java.util.Locale.ROOT));
    }
}
