package id.pendopo.ticketing.lifecycle;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.pendopo.ui.KeptTables;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rate limiter of guessed codes: counts numbers that lead to no ticket, by the address that asked for them, on all
 * nodes together: whoever tries numbers one after the other has to wait. Kept for an hour; right numbers are not counted,
 * so that many citizens behind one address do not stand in each other's way.
 */
@Component
public class WrongCodes implements KeptTables {

    public static final int FORGIVEN = 30;

    private static final Duration WINDOW = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    WrongCodes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Until when an address is not answered; empty while it is. */
    public Optional<Instant> lockedUntil(String address) {
        return jdbc.sql("""
            select since from ticket_wrong_code
            where address = :address and misses >= :forgiven and since > :over\
            """)
                .param("address", address)
                .param("forgiven", FORGIVEN)
                .param("over", over())
                .query(OffsetDateTime.class)
                .optional()
                .map(since -> since.toInstant().plus(WINDOW));
    }

    public void missed(String address) {
        jdbc.sql("""
            insert into ticket_wrong_code as known (address, misses, since) values (:address, 1, :now)
            on conflict (address) do update
            set misses = case when known.since <= :over then 1 else known.misses + 1 end,
                since = case when known.since <= :over then excluded.since else known.since end\
            """)
                .param("address", address)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("over", over())
                .update();
    }

    /** What no longer keeps anybody waiting. */
    void forget() {
        jdbc.sql("delete from ticket_wrong_code where since <= ?").param(over()).update();
    }

    private OffsetDateTime over() {
        return clock.instant().minus(WINDOW).atOffset(ZoneOffset.UTC);
    }

    /** The retention job, for whoever runs jobs. */
    @Override
    public List<Table> tables() {
        return List.of(Table.of(
                "ticket_wrong_code",
                new Rule(
                        "who typed numbers that led to no ticket",
                        WINDOW.toString(),
                        "",
                        () -> jdbc.sql("select count(*) from ticket_wrong_code where since <= ?")
                                .param(over())
                                .query(Long.class)
                                .single())));
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> wrongCodesJob(WrongCodes codes) {
            return Tasks.recurring("wrong-codes", FixedDelay.ofHours(1)).execute((_, _) -> codes.forget());
        }
    }
}
