package id.pendopo.config.jobs;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Repository of the jobs' last runs; written by the node that ran one, also to its log. */
@Component
public class JobRuns extends AbstractSchedulerListener {

    private static final Logger log = LoggerFactory.getLogger(JobRuns.class);

    private final JdbcClient jdbc;

    JobRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The last run of a job.
     *
     * @param node the process that ran it: its machine's name
     * @param runs how often the job ran so far
     * @param failure what kind it was; empty after a run that ended well
     */
    public record Run(
            String job, OffsetDateTime ended, long tookMs, String node, long runs, Optional<Failure> failure) {}

    /** Kinds of failures that an administrator can tell apart; each has a text. */
    public enum Failure {
        DATABASE,
        MISTAKE
    }

    /** By the job's name; a job that never ran is absent. */
    Map<String, Run> latest() {
        return jdbc
                .sql("select job, ended_at, took_ms, node, runs, failure from config_job_run")
                .query((row, _) -> new Run(
                        row.getString("job"),
                        row.getObject("ended_at", OffsetDateTime.class),
                        row.getLong("took_ms"),
                        row.getString("node"),
                        row.getLong("runs"),
                        Optional.ofNullable(row.getString("failure")).map(Failure::valueOf)))
                .list()
                .stream()
                .collect(Collectors.toMap(Run::job, Function.identity()));
    }

    @Override
    public void onExecutionComplete(ExecutionComplete complete) {
        String job = complete.getExecution().taskInstance.getTaskName();
        Optional<Failure> failure = complete.getResult() == ExecutionComplete.Result.OK
                ? Optional.empty()
                : Optional.of(failure(job, complete.getCause()));
        try {
            note(job, complete, failure);
        } catch (DataAccessException away) {
            log.warn("Job {}: how it ended could not be written down", job);
        }
    }

    private static Failure failure(String job, Optional<Throwable> cause) {
        boolean away = cause.filter(one -> one instanceof DataAccessException || one instanceof TransactionException)
                .isPresent();
        if (away) {
            log.warn("Job {} failed, for the database did not do what it was asked in time; it is tried again", job);
            return Failure.DATABASE;
        }
        // The cause may quote what people wrote; its place tells enough.
        log.error(
                "Job {} failed and is tried again: {}",
                job,
                cause.map(JobRuns::place).orElse("no cause"));
        return Failure.MISTAKE;
    }

    private static String place(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return cause.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    private void note(String job, ExecutionComplete complete, Optional<Failure> failure) {
        jdbc.sql("""
            insert into config_job_run (job, ended_at, took_ms, node, failure)
            values (:job, :ended, :took, :node, :failure)
            on conflict (job) do update
            set ended_at = excluded.ended_at, took_ms = excluded.took_ms, node = excluded.node,
                failure = excluded.failure, runs = config_job_run.runs + 1
            """)
                .param("job", job)
                .param("ended", complete.getTimeDone().atOffset(ZoneOffset.UTC))
                .param("took", complete.getDuration().toMillis())
                .param(
                        "node",
                        Optional.ofNullable(complete.getExecution().pickedBy).orElse(""))
                .param("failure", failure.map(Enum::name).orElse(null))
                .update();
    }
}
