package id.pendopo.config.security;

import id.pendopo.config.sessions.Sessions;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The registry of event streams that belong to a log-in. A stream outlives the check of its request: it is closed soon after its
 * session has ended, on whichever node that was.
 */
final class OpenStreams extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(OpenStreams.class);

    private static final Duration EVERY = Duration.ofSeconds(2);

    private final Sessions sessions;
    private final Map<AsyncContext, String> open = new ConcurrentHashMap<>();

    OpenStreams(Sessions sessions, TaskScheduler scheduler) {
        this.sessions = sessions;
        scheduler.scheduleWithFixedDelay(this::closeOrphans, EVERY);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (request.isAsyncStarted() && request.getRemoteUser() != null) {
            HttpSession session = request.getSession(false);
            if (session != null) {
                keep(request.getAsyncContext(), session.getId());
            }
        }
    }

    private void keep(AsyncContext stream, String session) {
        open.put(stream, session);
        try {
            stream.addListener(new WhenOver(() -> open.remove(stream)));
        } catch (IllegalStateException over) {
            open.remove(stream);
        }
    }

    private void closeOrphans() {
        if (open.isEmpty()) {
            return;
        }
        try {
            Map<AsyncContext, String> seen = Map.copyOf(open);
            Set<String> living = sessions.living(Set.copyOf(seen.values()));
            List<AsyncContext> orphans = seen.entrySet().stream()
                    .filter(stream -> !living.contains(stream.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            orphans.forEach(this::close);
        } catch (DataAccessException | TransactionException away) {
            log.debug("Sessions cannot be looked up: {}", away.getClass().getSimpleName());
        }
    }

    private void close(AsyncContext stream) {
        open.remove(stream);
        try {
            stream.complete();
        } catch (IllegalStateException over) {
            log.debug("A stream was over already");
        }
    }
}
