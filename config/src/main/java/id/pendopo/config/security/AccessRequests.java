package id.pendopo.config.security;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.pendopo.ticketing.IdempotencyKey;
import id.pendopo.ui.KeptTables;
import id.pendopo.ui.KeptTables.Table;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The idempotent receiver of calls that change people or keys: each idempotency key is carried out once in seven days. */
@Component
public class AccessRequests {

    private final JdbcClient jdbc;

    AccessRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A program used a key a second time for something else. */
    public static final class KeyReused extends RuntimeException {

        KeyReused() {
            super("the idempotency key of another request");
        }
    }

    /**
     * Whether a call is the first under its key; from the caller's commit on it is not. A second one waits for the first.
     *
     * @param key empty: every call counts
     * @throws KeyReused the key came with other content
     */
    public boolean first(Optional<IdempotencyKey> key) {
        return key.isEmpty() || first(key.get());
    }

    private boolean first(IdempotencyKey key) {
        boolean first = jdbc.sql("""
                        insert into access_request (key, fingerprint) values (:key, :fingerprint) on conflict do nothing
                        """)
                        .param("key", key.value())
                        .param("fingerprint", key.fingerprint())
                        .update()
                == 1;
        if (!first && !fingerprint(key).equals(key.fingerprint())) {
            throw new KeyReused();
        }
        return first;
    }

    private String fingerprint(IdempotencyKey key) {
        return jdbc.sql("select fingerprint from access_request where key = :key")
                .param("key", key.value())
                .query(String.class)
                .single();
    }

    void forget() {
        jdbc.sql("delete from access_request where at < now() - interval '7 days'")
                .update();
    }

    /** The retention schedule of this package's tables, and the job of idempotency keys. */
    @Configuration(proxyBeanMethods = false)
    static class Upkeep {

        @Bean
        RecurringTask<Void> accessRequestsJob(AccessRequests requests) {
            return Tasks.recurring("access-requests", FixedDelay.of(Duration.ofHours(6)))
                    .execute((_, _) -> requests.forget());
        }

        @Bean
        KeptTables accessKept() {
            return () -> List.of(
                    Table.without("access_request", "sums that name nobody; gone after seven days"),
                    Table.without("app_user", "people who work here, kept while the account exists"),
                    Table.without("api_key", "programs, kept until the key is taken back"));
        }
    }
}
