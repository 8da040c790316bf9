package id.pendopo.channels.gateway.limits;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Follows the database each second: what was changed and spent on any node. While it is away, what was known stands. */
@Component
final class LimitsFollower {

    private static final Logger log = LoggerFactory.getLogger(LimitsFollower.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final StoredLimits limits;
    private final StoredTerms terms;
    private final Spending spending;
    private final TaskScheduler scheduler;

    LimitsFollower(StoredLimits limits, StoredTerms terms, Spending spending, TaskScheduler scheduler) {
        this.limits = limits;
        this.terms = terms;
        this.spending = spending;
        this.scheduler = scheduler;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        follow();
        scheduler.scheduleWithFixedDelay(this::follow, EVERY);
    }

    /** What this node counted last is written down while the database is still there. */
    @EventListener(ContextClosedEvent.class)
    void follow() {
        try {
            limits.follow();
            terms.follow();
            spending.follow();
        } catch (DataAccessException | TransactionException away) {
            log.debug("Limits stand as they were while the database is away");
        }
    }
}
