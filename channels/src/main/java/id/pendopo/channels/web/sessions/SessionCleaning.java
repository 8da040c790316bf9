package id.pendopo.channels.web.sessions;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/**
 * The retention job of sessions. Keeps the retention rule of chat sessions: once a day, what no token opens any more
 * is forgotten.
 */
@Component
final class SessionCleaning {

    private static final Logger LOG = LoggerFactory.getLogger(SessionCleaning.class);
    private static final Duration DAILY = Duration.ofDays(1);

    private final ChatSessions sessions;
    private final TaskScheduler scheduler;
    private final boolean workers;

    SessionCleaning(ChatSessions sessions, TaskScheduler scheduler, @Value("${pendopo.workers:true}") boolean workers) {
        this.sessions = sessions;
        this.scheduler = scheduler;
        this.workers = workers;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (workers) {
            scheduler.scheduleWithFixedDelay(this::clean, DAILY);
        }
    }

    private void clean() {
        try {
            sessions.forget();
        } catch (DataAccessException away) {
            LOG.warn("old chat sessions could not be forgotten; the next try is tomorrow");
        }
    }
}
