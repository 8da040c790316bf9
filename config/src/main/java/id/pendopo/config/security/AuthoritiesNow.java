package id.pendopo.config.security;

import id.pendopo.config.security.factor.GivenFactors;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives whoever is logged in the authorities that their account has now, not those of their log-in; the session of an account
 * that is disabled or gone ends. The account is looked up when something asks who this is, once a request.
 */
final class AuthoritiesNow extends OncePerRequestFilter {

    private final Users users;

    AuthoritiesNow(Users users) {
        this.users = users;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Supplier<SecurityContext> stored = SecurityContextHolder.getDeferredContext();
        SecurityContextHolder.setDeferredContext(SingletonSupplier.of(() -> now(stored.get(), request)));
        chain.doFilter(request, response);
    }

    private SecurityContext now(SecurityContext stored, HttpServletRequest request) {
        Authentication who = stored.getAuthentication();
        if (who == null) {
            return stored;
        }
        GivenFactors given = GivenFactors.of(who);
        List<String> authorities = users.authorities(who.getName(), given);
        if (authorities.isEmpty()) {
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            return SecurityContextHolder.createEmptyContext();
        }
        return new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                who.getName(),
                "",
                Stream.of(authorities, given.names())
                        .flatMap(Collection::stream)
                        .map(SimpleGrantedAuthority::new)
                        .toList()));
    }
}
