package id.pendopo.knowledge.articles;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Scheduled expiry: looks every hour whether a day has begun on which articles are past their review date, and has them
 * taken out.
 */
@Component
class ReviewDates {

    private static final Logger log = LoggerFactory.getLogger(ReviewDates.class);

    private final JdbcClient db;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final ScheduledExecutorService hourly = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("review-dates").factory());
    private volatile LocalDate day;

    ReviewDates(JdbcClient db, Clock clock, ApplicationEventPublisher events) {
        this.db = db;
        this.clock = clock;
        this.events = events;
        this.day = LocalDate.now(clock);
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        hourly.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.HOURS);
    }

    void look() {
        LocalDate today = LocalDate.now(clock);
        if (today.equals(day)) {
            return;
        }
        try {
            int overdue = db.sql("select count(*) from article where review_by >= ? and review_by < ?")
                    .params(day, today)
                    .query(Integer.class)
                    .single();
            if (overdue > 0) {
                events.publishEvent(new ArticlesChanged());
                log.warn(
                        "{} articles passed their review date and answer nobody: see /desk/knowledge?show=DUE",
                        overdue);
            }
            day = today;
        } catch (org.springframework.dao.DataAccessException e) {
            log.warn("review dates could not be looked at, trying again in an hour", e);
        }
    }

    @PreDestroy
    void end() {
        hourly.shutdownNow();
    }
}
