package id.pendopo.config.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Bean configuration of the scheduler. Its starter is not used: it knows Boot 3 alone, and begins before readiness. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class JobsConfiguration {

    /** Some work waits for somebody else's server; alarms must not wait for that. */
    private static final int THREADS = 4;

    private static final Duration POLL = Duration.ofSeconds(5);

    /** A node whose heart stopped six times as long is dead, and its job runs on another one. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private static final Duration STOP = Duration.ofSeconds(5);

    /**
     * Started and stopped by {@link Jobs}.
     *
     * @param once what is run when somebody has asked for it, and not by the clock
     */
    @Bean(destroyMethod = "")
    Scheduler jobScheduler(
            DataSource database, List<RecurringTask<?>> tasks, List<CustomTask<?>> once, JobRuns runs, Clock clock) {
        return Scheduler.create(database, new ArrayList<Task<?>>(once))
                .startTasks(new ArrayList<>(tasks))
                .clock(clock::instant)
                .schedulerName(new SchedulerName.Fixed(node()))
                .threads(THREADS)
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .shutdownMaxWait(STOP)
                .failureLogging(LogLevel.OFF, false)
                .addSchedulerListener(runs)
                .enableImmediateExecution()
                .build();
    }

    /** Nodes on one machine differ by their process. */
    private static String node() {
        return new SchedulerName.Hostname().getName() + "/"
                + ProcessHandle.current().pid();
    }
}
