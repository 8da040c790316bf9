package id.pendopo.channels.gateway.live;

import id.pendopo.channels.LiveEvents;
import id.pendopo.channels.gateway.outbound.OutboxRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/**
 * The polling fallback of live notifications: looks each second for messages that another node queued, for subscribers
 * whom nothing else told. Reads the last ten seconds again each time, since rows become visible later than they were
 * made.
 */
@Component
final class LivePoll {

    private static final Logger log = LoggerFactory.getLogger(LivePoll.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration BACK = Duration.ofSeconds(10);

    private final OutboxRows outbox;
    private final Clock clock;
    private final NodeLiveEvents events;
    private final TaskScheduler scheduler;
    private final boolean workers;
    private final Map<Long, Instant> seen = new HashMap<>();

    LivePoll(
            OutboxRows outbox,
            Clock clock,
            NodeLiveEvents events,
            TaskScheduler scheduler,
            @Value("${pendopo.workers:true}") boolean workers) {
        this.outbox = outbox;
        this.clock = clock;
        this.events = events;
        this.scheduler = scheduler;
        this.workers = workers;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (workers) {
            scheduler.scheduleWithFixedDelay(this::look, EVERY);
        }
    }

    private void look() {
        if (!events.lookAtAddresses()) {
            return;
        }
        try {
            Instant since = clock.instant().minus(BACK);
            seen.values().removeIf(at -> at.isBefore(since.minus(BACK)));
            lookSince(since);
        } catch (DataAccessException away) {
            log.debug("Nothing to see while the database is away");
        }
    }

    private void lookSince(Instant since) {
        outbox.queuedSince(since).stream()
                .filter(queued -> seen.put(queued.id(), queued.at()) == null)
                .map(queued -> LiveEvents.topic(queued.address()))
                .distinct()
                .forEach(events::tell);
    }
}
