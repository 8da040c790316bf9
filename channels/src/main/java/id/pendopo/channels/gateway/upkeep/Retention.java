package id.pendopo.channels.gateway.upkeep;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The retention job: forgets each day what is old enough. The keys of messages stay, so that none is ever taken in
 * twice.
 */
@Component
@EnableConfigurationProperties(RetentionProperties.class)
class Retention {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);
    private static final Duration AFTER_START = Duration.ofMinutes(10);
    private static final Duration EVERY = Duration.ofDays(1);

    /** Rows that one statement looks at, so that it ends long before its time-out of 5 s. */
    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final RetentionProperties properties;
    private final List<RetentionRules> rules;
    private final TaskScheduler scheduler;
    private final boolean workers;

    Retention(
            JdbcClient jdbc,
            Clock clock,
            RetentionProperties properties,
            List<RetentionRules> rules,
            TaskScheduler scheduler,
            @Value("${pendopo.workers:true}") boolean workers) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.properties = properties;
        this.rules = rules;
        this.scheduler = scheduler;
        this.workers = workers;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (workers) {
            scheduler.scheduleWithFixedDelay(this::forget, clock.instant().plus(AFTER_START), EVERY);
        }
    }

    /** Rule by rule: what fails today is tried again tomorrow, and keeps nothing else from being forgotten. */
    void forget() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        rules.forEach(some -> some.rules().forEach(rule -> follow(rule, now.minus(kept(rule)))));
    }

    private Duration kept(RetentionRule rule) {
        return switch (rule.kept()) {
            case AS_KEY -> properties.keys();
            case AS_PERSONAL -> properties.personal();
        };
    }

    private void follow(RetentionRule rule, OffsetDateTime before) {
        try {
            rule.window()
                    .ifPresentOrElse(
                            window -> inWindows(window, before, rule.sql()), () -> inBatches(rule.sql(), before));
        } catch (DataAccessException | TransactionException failed) {
            log.warn("Old data ({}) could not be forgotten today; trying again tomorrow", rule.what());
        }
    }

    /** Ids rise with time: the newest old row ends the walk. */
    private void inWindows(RetentionRule.Window window, OffsetDateTime before, String sql) {
        Optional<Long> last = jdbc.sql("select id from %s where %s < :before order by %s desc limit 1"
                        .formatted(window.table(), window.time(), window.time()))
                .param("before", before)
                .query(Long.class)
                .optional();
        if (last.isEmpty()) {
            return;
        }
        long first = jdbc.sql("select min(id) from " + window.table())
                .query(Long.class)
                .single();
        for (long after = first - 1; after < last.get(); after += BATCH) {
            jdbc.sql(sql)
                    .param("before", before)
                    .param("after", after)
                    .param("upTo", after + BATCH)
                    .update();
        }
    }

    private void inBatches(String sql, OffsetDateTime before) {
        int forgotten = BATCH;
        while (forgotten == BATCH) {
            forgotten =
                    jdbc.sql(sql).param("before", before).param("batch", BATCH).update();
        }
    }
}
