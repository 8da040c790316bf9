package id.pendopo.conversation.learning;

import id.pendopo.knowledge.Masking;
import id.pendopo.knowledge.TextClassifier.Example;
import id.pendopo.ticketing.CategoryCorrected;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.Visibility;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/**
 * The repository of training examples for categories: reports that somebody gave to another category than was
 * suggested, under the right one; masked, one for each ticket, kept for two years. What was told in confidence or
 * without a name is copied nowhere.
 */
@Component
public class CategoryExamples {

    private static final Logger log = LoggerFactory.getLogger(CategoryExamples.class);
    private static final Period KEPT = Period.ofMonths(24);
    private static final Duration DAILY = Duration.ofDays(1);
    private static final Set<Visibility> NOT_KEPT = Set.of(Visibility.CONFIDENTIAL, Visibility.ANONYMOUS);

    /** Characters of a report; what it is about is said at its beginning. */
    private static final int LONGEST = 300;

    /** With more than these, learning would take too long. */
    private static final int MOST = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TaskScheduler scheduler;
    private final boolean workers;

    CategoryExamples(
            JdbcClient jdbc, Clock clock, TaskScheduler scheduler, @Value("${pendopo.workers:true}") boolean workers) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.scheduler = scheduler;
        this.workers = workers;
    }

    /** Who knew better. */
    public enum Source {
        AGENT,
        CITIZEN
    }

    /** Within the desk's transaction. */
    @EventListener
    void on(CategoryCorrected corrected) {
        keep(corrected.ticket(), Source.AGENT);
    }

    /** The ticket's category as it is now; the last correction of a ticket counts. */
    public void keep(Ticket ticket, Source source) {
        String text = masked(ticket.description());
        if (text.isEmpty() || NOT_KEPT.contains(ticket.visibility())) {
            return;
        }
        jdbc.sql("""
                        insert into conversation_category_example (ticket, text, category, source, created)
                        values (:ticket, :text, :category, :source, :today)
                        on conflict (ticket) do update
                        set text = excluded.text, category = excluded.category, source = excluded.source,
                            created = excluded.created""")
                .param("ticket", ticket.code().digits())
                .param("text", text)
                .param("category", ticket.category())
                .param("source", source.name())
                .param("today", LocalDate.now(clock))
                .update();
    }

    /** Masked before it is cut, or half a number would be left. */
    private static String masked(String description) {
        int[] characters =
                Masking.mask(description.strip()).codePoints().limit(LONGEST).toArray();
        return new String(characters, 0, characters.length);
    }

    /** The newest first, each under its category's key. */
    public List<Example> newest() {
        return jdbc.sql("""
                        select text, category from conversation_category_example
                        where created >= :oldest order by created desc, ticket limit :most""")
                .param("oldest", oldest())
                .param("most", MOST)
                .query((row, _) -> new Example(row.getString("text"), row.getString("category")))
                .list();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (workers) {
            scheduler.scheduleWithFixedDelay(this::clean, DAILY);
        }
    }

    private void clean() {
        try {
            forget();
        } catch (DataAccessException away) {
            log.warn("old examples of categories could not be forgotten; the next try is tomorrow");
        }
    }

    /** What is older than two years. */
    void forget() {
        jdbc.sql("delete from conversation_category_example where created < ?")
                .param(oldest())
                .update();
    }

    private LocalDate oldest() {
        return LocalDate.now(clock).minus(KEPT);
    }
}
