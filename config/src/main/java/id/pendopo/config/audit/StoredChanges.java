package id.pendopo.config.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.pendopo.ui.ChangeLog;
import id.pendopo.ui.KeptTables;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The repository of changes: they are added and read, never altered. */
@Component
public class StoredChanges implements ChangeLog, KeptTables {

    private static final Period KEPT = Period.ofYears(5);
    private static final String OLD = "from config_change where at < now() - make_interval(years => :years)";

    private final JsonMapper json = JsonMapper.builder().build();
    private final JdbcClient jdbc;

    StoredChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A change with its place in the list and the time of it. */
    public record Entry(long id, Instant at, Change change) {}

    @Override
    public void record(Change change) {
        jdbc.sql("""
                        insert into config_change (actor, kind, subject, before, after)
                        values (:actor, :kind, :subject, :before::jsonb, :after::jsonb)
                        """)
                .param("actor", change.actor())
                .param("kind", change.kind())
                .param("subject", change.subject())
                .param("before", json.writeValueAsString(change.before()))
                .param("after", json.writeValueAsString(change.after()))
                .update();
    }

    /**
     * The newest changes, newest first.
     *
     * @param before the id of the last one that was read; {@link Long#MAX_VALUE} for the first page
     */
    public List<Entry> page(long before, int size) {
        return jdbc.sql("""
                        select id, at, actor, kind, subject, before, after from config_change
                         where id < :before order by id desc limit :size
                        """)
                .param("before", before)
                .param("size", size)
                .query((row, _) -> new Entry(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        new Change(
                                row.getString("actor"),
                                row.getString("kind"),
                                row.getString("subject"),
                                values(row, "before"),
                                values(row, "after"))))
                .list();
    }

    private Map<String, String> values(ResultSet row, String column) throws SQLException {
        return json.readValue(row.getString(column), new TypeReference<TreeMap<String, String>>() {});
    }

    /** Deletes what is older than five years. */
    void forget() {
        old("delete ").update();
    }

    private JdbcClient.StatementSpec old(String what) {
        return jdbc.sql(what + OLD).param("years", KEPT.getYears());
    }

    @Override
    public List<Table> tables() {
        return List.of(Table.of(
                "config_change",
                new Rule(
                        "who changed what",
                        KEPT.toString(),
                        "",
                        () -> old("select count(*) ").query(Long.class).single())));
    }

    /** The retention job of the audit log. */
    @Configuration(proxyBeanMethods = false)
    static class Upkeep {

        @Bean
        RecurringTask<Void> changesJob(StoredChanges changes) {
            return Tasks.recurring("change-log", FixedDelay.of(Duration.ofDays(1)))
                    .execute((_, _) -> changes.forget());
        }
    }
}
