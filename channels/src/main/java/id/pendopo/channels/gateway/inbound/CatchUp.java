package id.pendopo.channels.gateway.inbound;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.pendopo.channels.InboundEvent;
import id.pendopo.channels.Inbox.DeskUnavailable;
import id.pendopo.channels.Inbox.FailurePolicy;
import id.pendopo.channels.adapter.Recoverable;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.gateway.accounts.Accounts;
import id.pendopo.channels.gateway.accounts.ConnectedAccount;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Reconciliation with providers that do not retry. Asks providers that do not repeat for what they could not deliver:
 * each node at its start and after
 * its own 503, and one node every five minutes. What has an inbound row already is left alone; the rest runs as a
 * normal turn.
 */
@Component
public class CatchUp {

    private static final Logger log = LoggerFactory.getLogger(CatchUp.class);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(10);
    /** Providers' clocks and lists lag; dedupe makes the overlap harmless. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);
    /** A line that was never read starts a day back, not at its beginning. */
    private static final Duration FIRST = Duration.ofDays(1);

    /** Providers' lists tell seconds. */
    private static final Duration SHORTEST = Duration.ofSeconds(2);

    /** Questions to one provider at a time; the others wait, and the next time goes on from there. */
    private static final int QUESTIONS = 200;

    /** Windows that cannot be read whole, however short, after which the list is believed to have no end. */
    private static final int CROWDED = 3;

    /** Failures in a row after which the rest waits for the next time. */
    private static final int PATIENCE = 3;

    private final Accounts accounts;
    private final Intake intake;
    private final InboundRows inbound;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TaskScheduler scheduler;
    private final boolean workers;
    private final AtomicBoolean soon = new AtomicBoolean();

    CatchUp(
            Accounts accounts,
            Intake intake,
            InboundRows inbound,
            JdbcClient jdbc,
            Clock clock,
            TaskScheduler scheduler,
            @Value("${pendopo.workers:true}") boolean workers) {
        this.accounts = accounts;
        this.intake = intake;
        this.inbound = inbound;
        this.jdbc = jdbc;
        this.clock = clock;
        this.scheduler = scheduler;
        this.workers = workers;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (workers) {
            scheduler.schedule(this::run, clock.instant());
        }
    }

    /** Something was sent away; look again when the trouble may be over, once for many. */
    public void soon() {
        if (workers && soon.compareAndSet(false, true)) {
            scheduler.schedule(this::afterTrouble, clock.instant().plus(AFTER_TROUBLE));
        }
    }

    private void afterTrouble() {
        soon.set(false);
        run();
    }

    void run() {
        accounts.connected().stream()
                .forEach(connected -> connected.as(Recoverable.class).ifPresent(provider -> run(connected, provider)));
    }

    private void run(ConnectedAccount connected, Recoverable provider) {
        try {
            Instant now = clock.instant();
            Instant since = caughtAt(connected).map(at -> at.minus(OVERLAP)).orElse(now.minus(FIRST));
            read(connected, provider, since, now);
        } catch (SendFailed failed) {
            log.warn(
                    "Line {}: the provider's list could not be read ({}); trying again",
                    connected.name(),
                    failed.code());
        } catch (RuntimeException failure) {
            if (FailurePolicy.of(failure).passes()) {
                soon();
            } else {
                mistaken(connected, failure);
            }
        }
    }

    /** Window by window, oldest first, each as short as the provider's list can be read whole. */
    private void read(ConnectedAccount connected, Recoverable provider, Instant from, Instant now) throws SendFailed {
        Instant since = from;
        Instant until = now;
        int crowded = 0;
        for (int asked = 0; since.isBefore(now) && asked < QUESTIONS; asked++) {
            Recoverable.Missed missed = provider.missed(
                    connected.account(), since, until.equals(now) ? Optional.empty() : Optional.of(until));
            Duration window = Duration.between(since, until);
            if (!missed.complete() && window.compareTo(SHORTEST) > 0) {
                until = since.plus(window.dividedBy(2));
                continue;
            }
            crowded += missed.complete() ? 0 : 1;
            Optional<Instant> failed = first(missed.unread(), take(connected, missed.events()));
            // What fails for a whole day is given up; the log has it.
            Optional<Instant> hole = failed.filter(at -> at.isAfter(now.minus(FIRST)));
            caughtUp(connected, hole.orElse(until));
            if (hole.isPresent() || crowded == CROWDED) {
                break;
            }
            since = until;
            until = earlier(now, since.plus(window.multipliedBy(2)));
        }
        if (crowded > 0) {
            endless(connected, provider, now);
        }
    }

    /** A list that is longer than may be read at any time has no end: the latest that it shows must do for this time. */
    private void endless(ConnectedAccount connected, Recoverable provider, Instant now) throws SendFailed {
        log.warn("Line {}: more messages came within 2 s than the provider's list shows", connected.name());
        take(
                connected,
                provider.missed(connected.account(), now.minus(OVERLAP), Optional.empty())
                        .events());
    }

    private static Optional<Instant> first(Optional<Instant> one, Optional<Instant> other) {
        return Stream.of(one, other).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /**
     * One that fails does not hold up the others; several in a row mean that the database is away.
     *
     * @return when the first that failed happened
     */
    private Optional<Instant> take(ConnectedAccount connected, List<InboundEvent> events) {
        Optional<Instant> failed = Optional.empty();
        int away = 0;
        Set<String> known = inbound.known(
                connected.name(), events.stream().map(InboundEvent::externalId).toList());
        for (InboundEvent event : events) {
            if (known.contains(event.externalId())) {
                continue;
            }
            try {
                intake.takeLate(connected, event);
                away = 0;
            } catch (DeskUnavailable busy) {
                failed = failed.or(() -> Optional.of(event.at()));
                away++;
                soon();
                if (away == PATIENCE) {
                    throw busy;
                }
            } catch (RuntimeException mistake) {
                failed = failed.or(() -> Optional.of(event.at()));
                mistaken(connected, mistake);
            }
        }
        return failed;
    }

    private static void mistaken(ConnectedAccount connected, RuntimeException mistake) {
        log.error(
                "Line {}: catching up failed: {}",
                connected.name(),
                mistake.getClass().getName());
    }

    private Optional<Instant> caughtAt(ConnectedAccount connected) {
        return jdbc.sql("select caught_at from channels_catch_up where account = :account")
                .param("account", connected.name())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    private void caughtUp(ConnectedAccount connected, Instant at) {
        jdbc.sql("""
            insert into channels_catch_up (account, caught_at) values (:account, :at)
            on conflict (account) do update set caught_at = :at
            """)
                .param("account", connected.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The job, for whoever runs jobs. */
    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> catchUpJob(CatchUp catchUp) {
            return Tasks.recurring("catch-up", FixedDelay.ofMinutes(5)).execute((_, _) -> catchUp.run());
        }
    }
}
