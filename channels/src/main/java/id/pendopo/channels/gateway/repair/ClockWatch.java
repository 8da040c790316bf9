package id.pendopo.channels.gateway.repair;

import id.pendopo.channels.gateway.outbound.Lanes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The clock-jump detector. Notices that the clock was set back, while the desk ran or before it started: what waits
 * for a time and who holds a lease would else wait until the clock has caught up. Set forward it does no harm: things
 * happen early.
 */
@Component
class ClockWatch {

    private static final Duration EVERY = Duration.ofSeconds(2);

    /** Time services move a clock by less. */
    private static final Duration NOTICED = Duration.ofSeconds(5);

    /** The longest that a provider's Retry-After or our own patience lets a message wait, with some to spare. */
    private static final Duration LONGEST = Duration.ofMinutes(90);

    private static final Logger log = LoggerFactory.getLogger(ClockWatch.class);

    private final Lanes lanes;
    private final Clock clock;
    private final TaskScheduler scheduler;
    private final boolean workers;
    private Instant seen;

    ClockWatch(Lanes lanes, Clock clock, TaskScheduler scheduler, @Value("${pendopo.workers:true}") boolean workers) {
        this.lanes = lanes;
        this.clock = clock;
        this.scheduler = scheduler;
        this.workers = workers;
        this.seen = clock.instant();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (workers) {
            scheduler.schedule(() -> mend(LONGEST), clock.instant()); // It waits for rows, and readiness must not.
            scheduler.scheduleWithFixedDelay(this::look, EVERY);
        }
    }

    /** Called by one thread. */
    void look() {
        Instant now = clock.instant();
        if (!now.isBefore(seen.minus(NOTICED)) || mend(Duration.ZERO)) {
            seen = now;
        }
    }

    private boolean mend(Duration longest) {
        try {
            lanes.clockWasSetBack(longest);
            if (longest.isZero()) {
                log.warn("The clock was set back; what waits for a time no longer does. Use a time service.");
            }
            return true;
        } catch (DataAccessException | TransactionException away) {
            log.debug("The times that messages wait for are looked at when the database is back");
            return false;
        }
    }
}
