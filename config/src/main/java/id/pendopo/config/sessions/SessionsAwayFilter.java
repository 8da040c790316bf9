package id.pendopo.config.sessions;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.apache.coyote.CloseNowException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 503 while sessions cannot be read or written, ahead of the filter that does so. The page that says it is made
 * without a session, or it would fail as well. An answer that has begun is broken off.
 */
final class SessionsAwayFilter extends OncePerRequestFilter {

    private static final String AWAY = SessionsAwayFilter.class.getName();

    /** Where Spring Session's filter keeps the session of a request, which the page about it would try to store again. */
    private static final String CURRENT = SessionRepositoryFilter.SESSION_REPOSITORY_ATTR + ".CURRENT_SESSION";

    private static final Logger log = LoggerFactory.getLogger(SessionsAwayFilter.class);

    private final String cookie;

    /** @param cookie the name of the session's */
    SessionsAwayFilter(String cookie) {
        this.cookie = cookie;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getAttribute(AWAY) != null) {
            chain.doFilter(new WithoutSession(request), response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (DataAccessException | TransactionException away) {
            log.debug(
                    "A session could not be read or written: {}",
                    away.getClass().getSimpleName());
            if (response.isCommitted()) {
                throw new CloseNowException("the answer has begun and its session is not kept", away);
            }
            request.setAttribute(AWAY, true);
            request.removeAttribute(CURRENT);
            response.reset();
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
        }
    }

    private final class WithoutSession extends HttpServletRequestWrapper {

        WithoutSession(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Cookie @Nullable [] getCookies() {
            Cookie[] all = super.getCookies();
            return all == null
                    ? null
                    : Arrays.stream(all)
                            .filter(one -> !one.getName().equals(cookie))
                            .toArray(Cookie[]::new);
        }
    }
}
