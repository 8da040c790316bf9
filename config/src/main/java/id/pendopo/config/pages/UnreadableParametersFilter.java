package id.pendopo.config.pages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Servlet filter for requests whose parameters cannot be read, such as a broken percent sign, a form that is too large, parts
 * without a boundary, or a NUL: they are answered with 400 or 413. The page that says so is made without the parameters, or it
 * would fail as well.
 */
final class UnreadableParametersFilter extends OncePerRequestFilter implements RequestRejectedHandler {

    private static final String UNREADABLE = UnreadableParametersFilter.class.getName();

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getAttribute(UNREADABLE) != null) {
            chain.doFilter(new WithoutParameters(request), response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            Optional<InvalidParameterException> unreadable = unreadable(failure);
            if (unreadable.isEmpty() || response.isCommitted()) {
                throw failure;
            }
            response.reset();
            refuse(request, response, unreadable.get().getErrorCode());
        }
    }

    /** What the firewall rejects: no field of a form means it, and no database takes it. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException {
        refuse(request, response, HttpServletResponse.SC_BAD_REQUEST);
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, int status)
            throws IOException {
        request.setAttribute(UNREADABLE, true);
        response.sendError(status);
    }

    private static Optional<InvalidParameterException> unreadable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidParameterException parameter) {
                return Optional.of(parameter);
            }
        }
        return Optional.empty();
    }

    private static final class WithoutParameters extends HttpServletRequestWrapper {

        WithoutParameters(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }
    }
}
