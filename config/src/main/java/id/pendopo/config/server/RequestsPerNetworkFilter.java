package id.pendopo.config.server;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds the requests under way for each client network, streams included, where a proxy holds the connections: 503 for
 * what is too many. The address is what Tomcat takes from a named proxy, else the connection's.
 */
final class RequestsPerNetworkFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(RequestsPerNetworkFilter.class);
    private static final String RETRY_AFTER_SECONDS = "10";

    private final NetworkCounts underWay;
    private final AtomicBoolean warned = new AtomicBoolean();

    RequestsPerNetworkFilter(NetworkCounts underWay) {
        this.underWay = underWay;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        warnOfUnnamedProxy(request);
        Optional<InetAddress> from = address(request.getRemoteAddr());
        if (from.isEmpty()) {
            chain.doFilter(request, response);
        } else if (underWay.enter(from.get())) {
            counted(from.get(), request, response, chain);
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        }
    }

    private void counted(InetAddress from, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean later = false;
        try {
            chain.doFilter(request, response);
            later = request.isAsyncStarted();
            if (later) {
                request.getAsyncContext().addListener(new Leaving(from));
            }
        } finally {
            if (!later) {
                underWay.leave(from);
            }
        }
    }

    /** A named proxy's header is taken off by Tomcat once it is believed. */
    private void warnOfUnnamedProxy(HttpServletRequest request) {
        if (request.getHeader("X-Forwarded-For") != null && warned.compareAndSet(false, true)) {
            log.warn("X-Forwarded-For came from an address that is not among pendopo.server.proxies and is ignored."
                    + " If a proxy stands in front of the desk, name it there.");
        }
    }

    private static Optional<InetAddress> address(String written) {
        try {
            return Optional.of(InetAddress.ofLiteral(written));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private final class Leaving implements AsyncListener {

        private final InetAddress from;

        Leaving(InetAddress from) {
            this.from = from;
        }

        @Override
        public void onComplete(AsyncEvent event) {
            underWay.leave(from);
        }

        @Override
        public void onTimeout(AsyncEvent event) {}

        @Override
        public void onError(AsyncEvent event) {}

        /** A new cycle forgets its listeners. */
        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
