package id.pendopo.config.security;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.pendopo.ui.KeptTables;
import java.time.Clock;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The retention job of log-ins. */
@Component
class LoginRetention implements KeptTables {

    private static final String SETTING = "pendopo.security.keep-log-ins";
    private static final String OLD = "from login_attempt where at < :before";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Period keep;

    LoginRetention(JdbcClient jdbc, Clock clock, @Value("${" + SETTING + ":1y}") Period keep) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.keep = keep;
    }

    void forget() {
        old("delete ").update();
    }

    private JdbcClient.StatementSpec old(String what) {
        return jdbc.sql(what + OLD)
                .param("before", clock.instant().atOffset(ZoneOffset.UTC).minus(keep));
    }

    @Override
    public List<Table> tables() {
        return List.of(
                Table.of(
                        "login_attempt",
                        new Rule(
                                "log-ins",
                                keep.toString(),
                                SETTING,
                                () -> old("select count(*) ").query(Long.class).single())),
                Table.without("access_request", "sums that name nobody; gone after seven days"),
                Table.without("app_user", "people who work here, kept while the account exists"),
                Table.without("api_key", "programs, kept until the key is taken back"));
    }

    /** The job, for whoever runs jobs. */
    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> loginsJob(LoginRetention logins) {
            return Tasks.recurring("log-ins", FixedDelay.ofHours(24)).execute((_, _) -> logins.forget());
        }
    }
}
