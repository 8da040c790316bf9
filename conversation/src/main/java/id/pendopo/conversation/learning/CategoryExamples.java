package id.pendopo.conversation.learning;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.pendopo.knowledge.Masking;
import id.pendopo.knowledge.TextClassifier.Example;
import id.pendopo.ticketing.CategoryCorrected;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.Visibility;
import id.pendopo.ui.KeptTables;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The repository of training examples for categories: reports that somebody gave to another category than was
 * suggested, under the right one; masked, one for each ticket, kept for two years. What was told in confidence or
 * without a name is copied nowhere.
 */
@Component
public class CategoryExamples implements KeptTables {

    private static final Period KEPT = Period.ofMonths(24);
    private static final Set<Visibility> NOT_KEPT = Set.of(Visibility.CONFIDENTIAL, Visibility.ANONYMOUS);

    /** Characters of a report; what it is about is said at its beginning. */
    private static final int LONGEST = 300;

    /** With more than these, learning would take too long. */
    private static final int MOST = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Masking masking;

    CategoryExamples(JdbcClient jdbc, Clock clock, Masking masking) {
        this.masking = masking;
        this.jdbc = jdbc;
        this.clock = clock;
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
                created = excluded.created\
            """)
                .param("ticket", ticket.code().digits())
                .param("text", text)
                .param("category", ticket.category())
                .param("source", source.name())
                .param("today", LocalDate.now(clock))
                .update();
    }

    /** Masked before it is cut, or half a number would be left. */
    private String masked(String description) {
        int[] characters =
                masking.mask(description.strip()).codePoints().limit(LONGEST).toArray();
        return new String(characters, 0, characters.length);
    }

    /** The newest first, each under its category's key. */
    public List<Example> newest() {
        return jdbc.sql("""
            select text, category from conversation_category_example
            where created >= :oldest order by created desc, ticket limit :most\
            """)
                .param("oldest", oldest())
                .param("most", MOST)
                .query((row, _) -> new Example(row.getString("text"), row.getString("category")))
                .list();
    }

    /** What is older than two years, on one node a day. */
    void forget() {
        jdbc.sql("delete from conversation_category_example where created < ?")
                .param(oldest())
                .update();
    }

    @Override
    public List<Table> tables() {
        return List.of(Table.of(
                "conversation_category_example",
                new Rule(
                        "reports to learn categories from",
                        KEPT.toString(),
                        "",
                        () -> jdbc.sql("select count(*) from conversation_category_example where created < ?")
                                .param(oldest())
                                .query(Long.class)
                                .single())));
    }

    private LocalDate oldest() {
        return LocalDate.now(clock).minus(KEPT);
    }

    /** The job, for whoever runs jobs. */
    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> categoryExamplesJob(CategoryExamples examples) {
            return Tasks.recurring("category-examples", FixedDelay.ofHours(24)).execute((_, _) -> examples.forget());
        }
    }
}
