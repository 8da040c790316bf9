package id.pendopo.config.jobs;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The jobs of this desk and the lifecycle of their scheduler: each is claimed in the database, so that one node at a time
 * runs it. Begins once this node takes requests, and never holds that up.
 */
@Component
@ConditionalOnWebApplication
public class Jobs {

    private final Scheduler scheduler;
    private final List<RecurringTask<?>> tasks;
    private final JobRuns runs;
    private final Clock clock;
    private final boolean workers;
    private final AtomicBoolean begun = new AtomicBoolean();

    Jobs(
            Scheduler scheduler,
            List<RecurringTask<?>> tasks,
            JobRuns runs,
            Clock clock,
            @Value("${pendopo.workers:true}") boolean workers) {
        this.scheduler = scheduler;
        this.tasks = tasks;
        this.runs = runs;
        this.clock = clock;
        this.workers = workers;
    }

    /**
     * A job as the page shows it.
     *
     * @param next when it runs next; empty before this desk scheduled it for the first time
     * @param running whether a node is at it now
     */
    public record Job(String name, Optional<Instant> next, boolean running, Optional<JobRuns.Run> last) {}

    /** By name. */
    public List<Job> all() {
        Map<String, JobRuns.Run> latest = runs.latest();
        return tasks.stream()
                .map(task -> job(task, Optional.ofNullable(latest.get(task.getName()))))
                .sorted(Comparator.comparing(Job::name))
                .toList();
    }

    private Job job(RecurringTask<?> task, Optional<JobRuns.Run> last) {
        Optional<ScheduledExecution<Object>> row = scheduler.getScheduledExecution(instance(task));
        return new Job(
                task.getName(),
                row.map(ScheduledExecution::getExecutionTime),
                row.map(ScheduledExecution::isPicked).orElse(false),
                last);
    }

    /**
     * Has a job run as soon as a node looks, which takes seconds.
     *
     * @return false if there is no such job, or if it runs already
     */
    public boolean runNow(String name) {
        return tasks.stream()
                .filter(task -> task.getName().equals(name))
                .findFirst()
                .map(task -> runNow(instance(task)))
                .orElse(false);
    }

    private boolean runNow(TaskInstanceId job) {
        try {
            return scheduler.reschedule(job, clock.instant());
        } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException running) {
            return false;
        }
    }

    private static TaskInstanceId instance(RecurringTask<?> task) {
        return TaskInstanceId.of(task.getName(), RecurringTask.INSTANCE);
    }

    /** On a thread of its own: it asks the database. */
    @EventListener
    void ready(AvailabilityChangeEvent<ReadinessState> change) {
        if (workers && change.getState() == ReadinessState.ACCEPTING_TRAFFIC && begun.compareAndSet(false, true)) {
            Thread.ofVirtual().name("jobs").start(scheduler::start);
        }
    }

    /** While the database is still there. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        if (begun.get()) {
            scheduler.stop();
        }
    }
}
