package id.pendopo.config.security.attempts;

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
    private final LoginAttempts attempts;
    private final KnownBrowsers browsers;

    LoginRetention(
            JdbcClient jdbc,
            Clock clock,
            LoginAttempts attempts,
            KnownBrowsers browsers,
            @Value("${" + SETTING + ":1y}") Period keep) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.keep = keep;
        this.attempts = attempts;
        this.browsers = browsers;
    }

    void forget() {
        old("delete ").update();
        attempts.forgetPlaces();
        browsers.forget();
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
                Table.of("login_browser", new Rule("known browsers", KnownBrowsers.kept(), "", browsers::old)));
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
