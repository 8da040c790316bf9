package id.pendopo.channels;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

/** Forgets each day what is old enough. The keys of messages stay, so that none is ever taken in twice. */
@Component
@EnableConfigurationProperties(RetentionProperties.class)
class Retention {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);
    private static final Duration AFTER_START = Duration.ofMinutes(10);
    private static final Duration EVERY = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final RetentionProperties properties;
    private final TaskScheduler scheduler;
    private final boolean workers;

    Retention(
            JdbcClient jdbc,
            Clock clock,
            RetentionProperties properties,
            TaskScheduler scheduler,
            @Value("${pendopo.workers:true}") boolean workers) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.properties = properties;
        this.scheduler = scheduler;
        this.workers = workers;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (workers) {
            scheduler.scheduleWithFixedDelay(this::daily, clock.instant().plus(AFTER_START), EVERY);
        }
    }

    private void daily() {
        try {
            forget();
        } catch (DataAccessException away) {
            log.warn("Old messages could not be forgotten today; trying again tomorrow");
        }
    }

    void forget() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        forgetAnswersAndReports(now.minus(properties.keys()));
        forgetPeople(now.minus(properties.personal()));
    }

    private void forgetAnswersAndReports(OffsetDateTime before) {
        run("""
                update channels_inbound set answer_status = null, answer_type = null, answer_body = null
                 where received_at < :before and answer_body is not null
                """, before);
        run("delete from channels_inbound where received_at < :before and event <> 'MESSAGE'", before);
        run("delete from channels_early_report where received_at < :before", before);
    }

    private void forgetPeople(OffsetDateTime before) {
        run("""
                update channels_inbound
                   set address = null, language = null, body = null, choice = null, latitude = null, longitude = null,
                       attachments = null
                 where received_at < :before and address is not null
                """, before);
        run("""
                update channels_outbound set address = null, blocks = null
                 where created_at < :before and address is not null and state not in ('PENDING', 'SENDING', 'RETRY')
                """, before);
        run("delete from channels_address where changed_at < :before and not blocked and not opted_out", before);
    }

    private void run(String sql, OffsetDateTime before) {
        jdbc.sql(sql).param("before", before).update();
    }
}
