package id.pendopo.ticketing.alarm;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.pendopo.ticketing.Tickets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The worker of alarms: has each that is due take its next step, in a transaction of its own. Woken by this node's commits,
 * at its start and by a job; whoever comes second to a step leaves it.
 */
@Component
class AlarmBell {

    private static final Logger LOG = LoggerFactory.getLogger(AlarmBell.class);

    private final AlarmStore store;
    private final AlarmSteps steps;
    private final TransactionTemplate transaction;
    private final boolean workers;
    private final ExecutorService ringing =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("alarms").factory());

    AlarmBell(
            AlarmStore store,
            AlarmSteps steps,
            TransactionTemplate transaction,
            @Value("${pendopo.workers:true}") boolean workers) {
        this.store = store;
        this.steps = steps;
        this.transaction = transaction;
        this.workers = workers;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void due(AlarmStore.Due due) {
        wake();
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        wake();
    }

    private void wake() {
        if (workers) {
            try {
                ringing.execute(this::ring);
            } catch (RejectedExecutionException stopping) {
                LOG.info("An alarm goes on at the next start");
            }
        }
    }

    /** One step of each alarm that is due. */
    void ring() {
        try {
            store.due().forEach(this::ring);
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("Alarms wait for the database: {}", away.getClass().getSimpleName());
        }
    }

    private void ring(Alarm alarm) {
        try {
            transaction.executeWithoutResult(_ -> steps.take(alarm));
        } catch (OptimisticLockingFailureException | Tickets.StaleTicket overtaken) {
            LOG.debug("The alarm of ticket {} has gone on", alarm.code());
        } catch (DataAccessException | TransactionException away) {
            throw away;
        } catch (RuntimeException mistake) {
            LOG.error("The alarm of ticket {} could not go on and is tried again", alarm.code(), mistake);
        }
    }

    @EventListener(ContextClosedEvent.class)
    void end() {
        ringing.shutdown();
    }

    /** The jobs, for whoever runs jobs. */
    @Configuration(proxyBeanMethods = false)
    static class Job {

        private static final Duration LOOK = Duration.ofSeconds(5);

        @Bean
        RecurringTask<Void> alarmsJob(AlarmBell bell) {
            return Tasks.recurring("alarms", FixedDelay.of(LOOK)).execute((_, _) -> bell.ring());
        }

        @Bean
        RecurringTask<Void> endedAlarmsJob(AlarmStore store) {
            return Tasks.recurring("ended-alarms", FixedDelay.ofHours(1)).execute((_, _) -> store.forget());
        }
    }
}
