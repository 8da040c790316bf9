package id.pendopo.config.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.pendopo.config.database.EmbeddedPostgres;
import id.pendopo.config.pages.JobLine;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two nodes' schedulers on one database. */
class JobsTests {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;
    private static DataSource database;

    private final AtomicInteger runs = new AtomicInteger();
    private final List<Jobs> nodes = new ArrayList<>();

    @BeforeAll
    static void makeTables() {
        postgres = EmbeddedPostgres.start(folder.resolve("database"), 0);
        database = new DriverManagerDataSource(postgres.url());
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/config")
                .load()
                .migrate();
    }

    @AfterAll
    static void stopDatabase() {
        postgres.close();
    }

    @BeforeEach
    void beginAnew() {
        JdbcClient.create(database)
                .sql("truncate scheduled_tasks, config_job_run")
                .update();
    }

    @AfterEach
    void stop() {
        nodes.forEach(Jobs::stop);
    }

    @Test
    void nothingRunsBeforeANodeTakesRequests() {
        Jobs node = node(runs::incrementAndGet);

        node.ready(new AvailabilityChangeEvent<>(this, ReadinessState.REFUSING_TRAFFIC));

        assertThat(node.all())
                .singleElement()
                .satisfies(
                        job -> assertThat(job.next()).as("not even scheduled").isEmpty());
    }

    @Test
    void ofTwoNodesOneRunsAJobAndRunsItAgainWhenAsked() {
        Jobs here = begun(node(runs::incrementAndGet));
        Jobs there = begun(node(runs::incrementAndGet));
        await().atMost(SOON).until(() -> last(here).isPresent());
        assertThat(runs).hasValue(1);

        assertThat(there.runNow("test-job")).isTrue();
        await().atMost(SOON)
                .until(() -> last(here).filter(run -> run.runs() == 2).isPresent());

        assertThat(runs).hasValue(2);
        assertThat(here.runNow("no-such-job")).isFalse();
    }

    @Test
    void whatFailsIsSaidInWordsAndRunsAgain() {
        Jobs node = begun(node(() -> {
            if (runs.incrementAndGet() == 1) {
                throw new QueryTimeoutException("a secret");
            }
        }));
        await().atMost(SOON).until(() -> last(node).isPresent());
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasename("messages/config");
        words.setDefaultEncoding("UTF-8");

        assertThat(JobLine.of(node.all(), words, Locale.ENGLISH, ZoneOffset.UTC))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.failure()).startsWith("Failed: the database did not answer in time");
                    assertThat(line.toString()).doesNotContain("secret");
                    assertThat(line.next()).doesNotContain("not scheduled");
                });
        node.runNow("test-job");
        await().atMost(SOON)
                .until(() -> last(node).filter(run -> run.failure().isEmpty()).isPresent());
    }

    private static Optional<JobRuns.Run> last(Jobs node) {
        return node.all().getFirst().last();
    }

    private Jobs begun(Jobs node) {
        node.ready(new AvailabilityChangeEvent<>(this, ReadinessState.ACCEPTING_TRAFFIC));
        return node;
    }

    private Jobs node(Runnable work) {
        RecurringTask<Void> task =
                Tasks.recurring("test-job", FixedDelay.ofHours(1)).execute((_, _) -> work.run());
        JobRuns noted = new JobRuns(JdbcClient.create(database));
        List<RecurringTask<?>> tasks = List.of(task);
        Scheduler scheduler =
                new JobsConfiguration().jobScheduler(database, tasks, List.of(), noted, Clock.systemUTC());
        Jobs node = new Jobs(scheduler, tasks, noted, Clock.systemUTC(), true);
        nodes.add(node);
        return node;
    }
}
