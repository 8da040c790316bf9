package id.pendopo.conversation.linking;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.pendopo.conversation.store.ConversationStore;
import id.pendopo.ui.KeptTables;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The retention job of one-time codes and of what was typed for them: deleted after a day. */
@Component
class LinkingRetention implements KeptTables {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final String CODES = "from conversation_code where issued_at < :before";
    private static final String TRIES = "from conversation_guess where since < :before";

    private final JdbcClient jdbc;
    private final Clock clock;

    LinkingRetention(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void forget() {
        before("delete " + CODES).update();
        before("delete " + TRIES).update();
    }

    private JdbcClient.StatementSpec before(String sql) {
        return jdbc.sql(sql)
                .param("before", ConversationStore.utc(clock.instant().minus(KEPT)));
    }

    @Override
    public List<Table> tables() {
        return List.of(
                Table.of("conversation_code", rule("one-time codes", CODES)),
                Table.of("conversation_guess", rule("codes that were typed wrong", TRIES)),
                Table.without("conversation_door", "goes with its conversation"));
    }

    private Rule rule(String what, String which) {
        return new Rule(
                what,
                KEPT.toString(),
                "",
                () -> before("select count(*) " + which).query(Long.class).single());
    }

    /** The job, for whoever runs jobs. */
    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> oneTimeCodesJob(LinkingRetention codes) {
            return Tasks.recurring("one-time-codes", FixedDelay.ofHours(24)).execute((_, _) -> codes.forget());
        }
    }
}
