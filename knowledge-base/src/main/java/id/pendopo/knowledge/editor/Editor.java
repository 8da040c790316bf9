package id.pendopo.knowledge.editor;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Logged-in user with authorities: who sits at the desk.
 *
 * @param login never blank
 */
public record Editor(String login, Set<String> authorities) {

    static final String READ = "hasAuthority('knowledge:read')";
    public static final String EDIT = "hasAuthority('knowledge:edit')";
    static final String APPROVE = "hasAuthority('knowledge:approve')";

    /** Whoever sent the request that this thread answers. */
    public static Editor current() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null) {
            throw new IllegalStateException("nobody is logged in");
        }
        Set<String> authorities = who.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toUnmodifiableSet());
        return new Editor(who.getName(), authorities);
    }

    public boolean edits() {
        return authorities.contains("knowledge:edit");
    }

    public boolean approves() {
        return authorities.contains("knowledge:approve");
    }
}
