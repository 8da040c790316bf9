package id.pendopo.channels.gateway.repair;

import id.pendopo.channels.Inbox.FailurePolicy;
import id.pendopo.channels.gateway.accounts.Accounts;
import id.pendopo.channels.gateway.accounts.ConnectedAccount;
import id.pendopo.channels.gateway.inbound.ResponseLog;
import id.pendopo.channels.gateway.outbound.Lanes;
import id.pendopo.channels.gateway.outbound.ResponseDoubts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Recovery of lost responses. Finds turns that are committed although their response may not have reached the caller:
 * the desk died in between, the commit did not tell, or the caller was sent away. On a line that does not ask again,
 * their replies become doubts: the provider is asked, and what it does not have goes out by the outbox. Looks before
 * the first request of a new desk comes, so that nothing said later passes them.
 */
@Component
public class UndeliveredResponses implements SmartLifecycle {

    private static final Duration EVERY = Duration.ofSeconds(10);

    /** A clock that is set back, or that of another node, must not hide what comes then. */
    private static final Duration ALWAYS = Duration.ofSeconds(45);

    private static final Logger log = LoggerFactory.getLogger(UndeliveredResponses.class);

    private final Accounts accounts;
    private final ResponseLog answers;
    private final ResponseDoubts doubts;
    private final Lanes lanes;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final TaskScheduler scheduler;
    private final boolean workers;
    private volatile boolean running;

    UndeliveredResponses(
            Accounts accounts,
            ResponseLog answers,
            ResponseDoubts doubts,
            Lanes lanes,
            JdbcClient jdbc,
            TransactionOperations transactions,
            Clock clock,
            TaskScheduler scheduler,
            @Value("${pendopo.workers:true}") boolean workers) {
        this.accounts = accounts;
        this.answers = answers;
        this.doubts = doubts;
        this.lanes = lanes;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.scheduler = scheduler;
        this.workers = workers;
    }

    @Override
    public void start() {
        running = true;
        if (workers) {
            look(clock.instant());
            scheduler.scheduleWithFixedDelay(() -> look(clock.instant().minus(ResponseLog.UNDER_WAY)), EVERY);
        }
    }

    /** Every line once; trouble with one, or a database that is away, leaves it for the next time. */
    private void look(Instant until) {
        for (ConnectedAccount connected : accounts.connected()) {
            if (connected.repeats() || !connected.adapter().answersInResponse(connected.account())) {
                continue;
            }
            try {
                look(connected, until);
            } catch (RuntimeException failure) {
                report(connected, failure);
            }
        }
    }

    private static void report(ConnectedAccount connected, RuntimeException failure) {
        if (FailurePolicy.of(failure).passes()) {
            log.debug("Line {}: unanswered turns are looked for when the database is back", connected.name());
        } else {
            log.error(
                    "Line {}: unanswered turns could not be looked for: {}",
                    connected.name(),
                    failure.getClass().getName());
        }
    }

    /** @param until what came in later may still be under way */
    void look(ConnectedAccount connected, Instant until) {
        transactions.executeWithoutResult(_ -> {
            Instant since = since(connected, until);
            List<Long> doubtful = doubts.raise(connected.name(), answers.silent(connected.name(), since, until));
            doubtful.stream().distinct().sorted().forEach(lanes::open);
            if (!doubtful.isEmpty()) {
                log.warn(
                        "Line {}: {} replies may not have reached the provider; it is asked",
                        connected.name(),
                        doubtful.size());
            }
            settled(connected, until);
            answers.forget(connected.name(), until.minus(ALWAYS.multipliedBy(2)));
        });
    }

    /** A line that was never looked after begins now. */
    private Instant since(ConnectedAccount connected, Instant until) {
        Instant always = until.minus(ALWAYS);
        return jdbc.sql("select until from channels_settled where account = :account")
                .param("account", connected.name())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .map(at -> at.isBefore(always) ? at : always)
                .orElse(until);
    }

    private void settled(ConnectedAccount connected, Instant until) {
        jdbc.sql("""
                insert into channels_settled (account, until) values (:account, :until)
                on conflict (account) do update set until = :until
                """)
                .param("account", connected.name())
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server begins to listen. */
    @Override
    public int getPhase() {
        return 0;
    }
}
