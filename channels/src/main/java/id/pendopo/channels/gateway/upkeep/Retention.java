package id.pendopo.channels.gateway.upkeep;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.pendopo.ui.KeptTables;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The retention job: forgets each day, on one node, what is old enough. The keys of messages stay, so that none is ever taken in
 * twice.
 */
@Component
@EnableConfigurationProperties(RetentionProperties.class)
class Retention implements KeptTables {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    /** Rows that one statement looks at, so that it ends long before its time-out of 5 s. */
    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final RetentionProperties properties;
    private final List<RetentionRules> rules;

    Retention(JdbcClient jdbc, Clock clock, RetentionProperties properties, List<RetentionRules> rules) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.properties = properties;
        this.rules = rules;
    }

    /**
     * Rule by rule: what fails today keeps nothing else from being forgotten.
     *
     * @throws DataAccessException what the first rule that failed threw, after all the others; the next run tries again
     * @throws TransactionException likewise
     */
    void forget() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        List<RuntimeException> failures = new ArrayList<>();
        rules.forEach(some ->
                some.rules().forEach(rule -> follow(rule, now.minus(kept(rule))).ifPresent(failures::add)));
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    @Override
    public List<Table> tables() {
        Map<String, List<RetentionRule>> byTable = rules.stream()
                .flatMap(some -> some.rules().stream())
                .collect(Collectors.groupingBy(RetentionRule::table, TreeMap::new, Collectors.toList()));
        return byTable.entrySet().stream()
                .map(table -> new Table(
                        table.getKey(),
                        table.getValue().stream().map(this::rule).toList(),
                        ""))
                .toList();
    }

    private Rule rule(RetentionRule rule) {
        String setting = "pendopo.channels.retention."
                + switch (rule.kept()) {
                    case AS_KEY -> "keys";
                    case AS_PERSONAL -> "personal";
                };
        return new Rule(rule.what(), "P" + kept(rule).toDays() + "D", setting, () -> due(rule));
    }

    private long due(RetentionRule rule) {
        return jdbc.sql("select count(*) from %s where %s".formatted(rule.table(), rule.old()))
                .param("before", clock.instant().atOffset(ZoneOffset.UTC).minus(kept(rule)))
                .query(Long.class)
                .single();
    }

    private Duration kept(RetentionRule rule) {
        return switch (rule.kept()) {
            case AS_KEY -> properties.keys();
            case AS_PERSONAL -> properties.personal();
        };
    }

    private Optional<RuntimeException> follow(RetentionRule rule, OffsetDateTime before) {
        try {
            rule.window()
                    .ifPresentOrElse(
                            window -> inWindows(window, before, rule.sql()), () -> inBatches(rule.sql(), before));
            return Optional.empty();
        } catch (DataAccessException | TransactionException failed) {
            log.warn("Old data ({}) could not be forgotten now; it is tried again", rule.what());
            return Optional.of(failed);
        }
    }

    /** Ids rise with time: the newest old row ends the walk. */
    private void inWindows(RetentionRule.Window window, OffsetDateTime before, String sql) {
        Optional<Long> last = jdbc.sql("select id from %s where %s < :before order by %s desc limit 1"
                        .formatted(window.table(), window.time(), window.time()))
                .param("before", before)
                .query(Long.class)
                .optional();
        if (last.isEmpty()) {
            return;
        }
        long first = jdbc.sql("select min(id) from " + window.table())
                .query(Long.class)
                .single();
        for (long after = first - 1; after < last.get(); after += BATCH) {
            jdbc.sql(sql)
                    .param("before", before)
                    .param("after", after)
                    .param("upTo", after + BATCH)
                    .update();
        }
    }

    private void inBatches(String sql, OffsetDateTime before) {
        int forgotten = BATCH;
        while (forgotten == BATCH) {
            forgotten =
                    jdbc.sql(sql).param("before", before).param("batch", BATCH).update();
        }
    }

    /** The job, for whoever runs jobs. */
    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> retentionJob(Retention retention) {
            return Tasks.recurring("message-retention", FixedDelay.ofHours(24)).execute((_, _) -> retention.forget());
        }
    }
}
