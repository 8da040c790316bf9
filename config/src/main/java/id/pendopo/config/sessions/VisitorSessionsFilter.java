package id.pendopo.config.sessions;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 503 instead of beginning one visitor's session too many. Whoever has a session goes on. */
final class VisitorSessionsFilter extends OncePerRequestFilter {

    private static final String RETRY_AFTER_SECONDS = "60";

    private final VisitorSessions sessions;

    VisitorSessionsFilter(VisitorSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(new Bounded(request), response);
        } catch (ServletException | RuntimeException failure) {
            if (!full(failure) || response.isCommitted()) {
                throw failure;
            }
            response.reset();
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
        }
    }

    private static boolean full(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Full) {
                return true;
            }
        }
        return false;
    }

    /** There are as many sessions as there may be. */
    private static final class Full extends RuntimeException {

        Full() {
            super("too many visitors' sessions", null, false, false);
        }
    }

    private final class Bounded extends HttpServletRequestWrapper {

        Bounded(HttpServletRequest request) {
            super(request);
        }

        @Override
        public HttpSession getSession() {
            admit();
            return super.getSession();
        }

        @Override
        public @Nullable HttpSession getSession(boolean create) {
            if (create) {
                admit();
            }
            return super.getSession(create);
        }

        private void admit() {
            if (super.getSession(false) == null && !sessions.begins(getRemoteAddr())) {
                throw new Full();
            }
        }
    }
}
