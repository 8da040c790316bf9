package id.pendopo.config.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;

/** What somebody who logged in must do before anything else opens: the one authority that they hold until then, and its page. */
public enum PendingStep {
    /** Their password was handed out. */
    CHOOSE_PASSWORD("password:choose", "/password"),
    /** They have a second factor and have not given it in this session. */
    GIVE_FACTOR("factor:give", "/login/factor"),
    /** Their role needs a second factor and they have none. */
    SET_UP_FACTOR("factor:set-up", "/password/factor");

    private final String authority;
    private final String page;

    PendingStep(String authority, String page) {
        this.authority = authority;
        this.page = page;
    }

    String authority() {
        return authority;
    }

    public String page() {
        return page;
    }

    /** Whether this is what somebody must do first. */
    public boolean awaits(@Nullable Authentication who) {
        return of(who).filter(this::equals).isPresent();
    }

    static Optional<PendingStep> of(@Nullable Authentication who) {
        return who == null
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(step -> who.getAuthorities().stream()
                                .map(GrantedAuthority::getAuthority)
                                .anyMatch(step.authority::equals))
                        .findFirst();
    }

    static Optional<PendingStep> of(Collection<String> authorities) {
        return Arrays.stream(values())
                .filter(step -> authorities.contains(step.authority))
                .findFirst();
    }

    /** The access-denied handler: leads to the page of what is to be done first; whoever has nothing to do gets a 403. */
    static final class First implements AccessDeniedHandler {

        private final AccessDeniedHandler others = new AccessDeniedHandlerImpl();

        @Override
        public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
                throws IOException, ServletException {
            Optional<PendingStep> step = of(SecurityContextHolder.getContext().getAuthentication());
            if (step.isPresent()) {
                response.sendRedirect(step.get().page());
            } else {
                others.handle(request, response, denied);
            }
        }
    }
}
