package id.pendopo.ticketing.lifecycle;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.pendopo.ui.KeptTables;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rate limiter of guessed codes: counts numbers that lead to no ticket, on all lines and nodes together, by who asked: a
 * network on the tracking page, a sender elsewhere. Whoever tries numbers one after the other has to wait; where many do so at
 * once, each of them sooner, and whoever mistyped nothing never. Kept for an hour, as sums; right numbers are not counted, so
 * that many citizens behind one address do not stand in each other's way.
 */
@Component
public class WrongCodes implements KeptTables {

    public static final int FORGIVEN = 30;

    /** What all together may mistype within an hour; beyond it somebody is trying numbers from many places. */
    static final int FORGIVEN_ALL = 300;

    /** What each one may, then: a slip or two. */
    static final int FORGIVEN_THEN = 3;

    private static final Duration WINDOW = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    WrongCodes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Until when somebody's numbers are not looked up; empty while they are. Counts nothing.
     *
     * @param who tells those apart who ask, such as an address; kept as a sum
     */
    public Optional<Instant> lockedUntil(String who) {
        return jdbc.sql("""
            select since from ticket_wrong_code
            where address = :who and since > :over and (misses >= :forgiven or misses >= :then
                and (select sum(misses) from ticket_wrong_code where since > :over) >= :all)\
            """)
                .param("who", name(who))
                .param("forgiven", FORGIVEN)
                .param("then", FORGIVEN_THEN)
                .param("all", FORGIVEN_ALL)
                .param("over", over())
                .query(OffsetDateTime.class)
                .optional()
                .map(since -> since.toInstant().plus(WINDOW));
    }

    /** Touches no row but that of whoever asked: turns of many people may stand in one transaction. */
    public void missed(String who) {
        jdbc.sql("""
            insert into ticket_wrong_code as known (address, misses, since) values (:who, 1, :now)
            on conflict (address) do update
            set misses = case when known.since <= :over then 1 else known.misses + 1 end,
                since = case when known.since <= :over then excluded.since else known.since end\
            """)
                .param("who", name(who))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("over", over())
                .update();
    }

    private static String name(String who) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(who.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
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
