package id.pendopo.config.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whoever logged in with a password that works once sees nothing of the desk before choosing their own. */
final class OneTimePasswordFilter extends OncePerRequestFilter {

    /** A session's attribute while the password must still be changed. */
    static final String MUST_CHANGE = "pendopo.password.must-change";

    private final Users users;

    OneTimePasswordFilter(Users users) {
        this.users = users;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        String path = request.getRequestURI();
        boolean inside = path.startsWith("/desk") || path.startsWith("/admin");
        if (inside && session != null && session.getAttribute(MUST_CHANGE) instanceof String login) {
            if (users.mustChangePassword(login)) {
                response.sendRedirect("/password");
                return;
            }
            session.removeAttribute(MUST_CHANGE);
        }
        chain.doFilter(request, response);
    }
}
