package id.pendopo.conversation.store;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ui.KeptTables;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The retention job of conversations: once a day what was said long ago is deleted, and the citizens of whom nothing is
 * left. A conversation whose ticket is worked stays.
 */
@Component
class CitizenRetention implements KeptTables {

    private static final String SETTING = "pendopo.conversation.keep";
    private static final int BATCH = 200;
    private static final String OLD = "from conversation where touched_at < :before";
    private static final String GONE = """
            from citizen where created_at < :before
               and not exists (select from conversation where conversation.citizen = citizen.id)
            """;
    private static final String FILES = "from conversation_anonymous_file where at < :before";

    private final JdbcClient jdbc;
    private final Tickets tickets;
    private final Clock clock;
    private final Period keep;

    /** @param keep how long after its last turn a conversation is kept */
    CitizenRetention(JdbcClient jdbc, Tickets tickets, Clock clock, @Value("${" + SETTING + ":3y}") Period keep) {
        this.jdbc = jdbc;
        this.tickets = tickets;
        this.clock = clock;
        this.keep = keep;
    }

    void forget() {
        long last = 0;
        List<Long> batch = old(last);
        while (!batch.isEmpty()) {
            batch.stream().filter(id -> tickets.active(id).isEmpty()).forEach(this::delete);
            last = batch.getLast();
            batch = old(last);
        }
        before("delete " + GONE).update();
        before("delete " + FILES).update();
    }

    private List<Long> old(long after) {
        return before("select id " + OLD + " and id > :after order by id limit :batch")
                .param("after", after)
                .param("batch", BATCH)
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    /** Unless somebody spoke there meanwhile. */
    private void delete(long id) {
        before("delete " + OLD + " and id = :id").param("id", id).update();
    }

    private JdbcClient.StatementSpec before(String sql) {
        OffsetDateTime before = clock.instant().atOffset(ZoneOffset.UTC).minus(keep);
        return jdbc.sql(sql).param("before", before);
    }

    @Override
    public List<Table> tables() {
        return List.of(
                Table.of("conversation", rule("conversations", OLD)),
                Table.of("citizen", rule("citizens of whom no conversation is left", GONE)),
                Table.of("conversation_anonymous_file", rule("which files anonymous reports had", FILES)),
                Table.without("citizen_address", "goes with its citizen"),
                Table.without("citizen_consent", "goes with its citizen"),
                Table.without("citizen_ticket", "goes with its citizen"),
                Table.without("conversation_turn", "goes with its conversation"),
                Table.without("conversation_ticket_event", "goes with its conversation, or names no person"),
                Table.without("conversation_ticket_turns", "goes with its conversation"));
    }

    private Rule rule(String what, String which) {
        return new Rule(
                what,
                keep.toString(),
                SETTING,
                () -> before("select count(*) " + which).query(Long.class).single());
    }

    /** The job, for whoever runs jobs. */
    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> citizensJob(CitizenRetention citizens) {
            return Tasks.recurring("citizens", FixedDelay.ofHours(24)).execute((_, _) -> citizens.forget());
        }
    }
}
