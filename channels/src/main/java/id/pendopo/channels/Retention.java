package id.pendopo.channels;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

/** Forgets each day what is old enough. The keys of messages stay, so that none is ever taken in twice. */
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
            scheduler.scheduleWithFixedDelay(this::forget, clock.instant().plus(AFTER_START), EVERY);
        }
    }

    /** Step by step: what fails today is tried again tomorrow, and keeps nothing else from being forgotten. */
    void forget() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        OffsetDateTime keys = now.minus(properties.keys());
        OffsetDateTime personal = now.minus(properties.personal());
        step("answers", () -> forgetAnswers(keys));
        step("reports", () -> forgetReports(keys));
        step("early reports", () -> forgetEarlyReports(keys));
        step("what people wrote", () -> forgetReceived(personal));
        step("what people were told", () -> forgetSent(personal));
        step("where people can be reached", () -> forgetAddresses(personal));
    }

    private static void step(String what, Runnable forgetting) {
        try {
            forgetting.run();
        } catch (DataAccessException | TransactionException failed) {
            log.warn("Old data ({}) could not be forgotten today; trying again tomorrow", what);
        }
    }

    private void forgetAnswers(OffsetDateTime before) {
        inWindows("channels_inbound", "received_at", before, """
                update channels_inbound set answer_status = null, answer_type = null, answer_body = null
                 where id > :after and id <= :upTo and received_at < :before and answer_body is not null
                """);
    }

    private void forgetReports(OffsetDateTime before) {
        inWindows("channels_inbound", "received_at", before, """
                delete from channels_inbound
                 where id > :after and id <= :upTo and received_at < :before and event <> 'MESSAGE'
                """);
    }

    private void forgetReceived(OffsetDateTime before) {
        inWindows("channels_inbound", "received_at", before, """
                update channels_inbound
                   set address = null, language = null, body = null, choice = null, latitude = null, longitude = null,
                       attachments = null
                 where id > :after and id <= :upTo and received_at < :before and address is not null
                """);
    }

    private void forgetSent(OffsetDateTime before) {
        inWindows("channels_outbound", "created_at", before, """
                update channels_outbound set address = null, blocks = null
                 where id > :after and id <= :upTo and created_at < :before and address is not null
                   and state not in ('PENDING', 'SENDING', 'RETRY')
                """);
    }

    /** Ids rise with time: the newest old row ends the walk. */
    private void inWindows(String table, String time, OffsetDateTime before, String sql) {
        Optional<Long> last = jdbc.sql(
                        "select id from %s where %s < :before order by %s desc limit 1".formatted(table, time, time))
                .param("before", before)
                .query(Long.class)
                .optional();
        if (last.isEmpty()) {
            return;
        }
        long first = jdbc.sql("select min(id) from " + table).query(Long.class).single();
        for (long after = first - 1; after < last.get(); after += BATCH) {
            jdbc.sql(sql)
                    .param("before", before)
                    .param("after", after)
                    .param("upTo", after + BATCH)
                    .update();
        }
    }

    private void forgetEarlyReports(OffsetDateTime before) {
        inBatches("""
                delete from channels_early_report where ctid = any (array(
                    select ctid from channels_early_report where received_at < :before limit :batch))
                """, before);
    }

    private void forgetAddresses(OffsetDateTime before) {
        inBatches("""
                delete from channels_address where ctid = any (array(
                    select ctid from channels_address
                     where changed_at < :before and not blocked and not opted_out limit :batch))
                """, before);
    }

    private void inBatches(String sql, OffsetDateTime before) {
        int forgotten = BATCH;
        while (forgotten == BATCH) {
            forgotten =
                    jdbc.sql(sql).param("before", before).param("batch", BATCH).update();
        }
    }
}
