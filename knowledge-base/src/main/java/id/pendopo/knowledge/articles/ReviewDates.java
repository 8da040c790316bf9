package id.pendopo.knowledge.articles;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Scheduled expiry: looks every hour, on one node, whether a day has begun on which articles are past their review date,
 * and has them taken out everywhere.
 */
@Component
class ReviewDates {

    private static final Logger log = LoggerFactory.getLogger(ReviewDates.class);

    private final JdbcClient db;
    private final KnowledgeRevision revision;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ReviewDates(JdbcClient db, KnowledgeRevision revision, Clock clock, ApplicationEventPublisher events) {
        this.db = db;
        this.revision = revision;
        this.clock = clock;
        this.events = events;
    }

    /** @throws org.springframework.dao.DataAccessException the database is away; the next look makes up for the day */
    void look() {
        LocalDate today = LocalDate.now(clock);
        LocalDate day = revision.lookedOn().orElse(today);
        int overdue = db.sql("select count(*) from article where review_by >= ? and review_by < ?")
                .params(day, today)
                .query(Integer.class)
                .single();
        if (overdue > 0) {
            events.publishEvent(new ArticlesChanged());
            log.warn("{} articles passed their review date and answer nobody: see /desk/knowledge?show=DUE", overdue);
        }
        revision.lookedOn(today);
    }

    /** The job, for whoever runs jobs. */
    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> reviewDatesJob(ReviewDates dates) {
            return Tasks.recurring("review-dates", FixedDelay.ofHours(1)).execute((_, _) -> dates.look());
        }
    }
}
