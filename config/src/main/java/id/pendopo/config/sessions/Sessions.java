package id.pendopo.config.sessions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The repository of the sessions of those who are logged in: what is open, and how it is ended, on whichever node. */
@Component
public class Sessions {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    public Sessions(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Published within the transaction: somebody was logged out wherever they were. */
    public record AllEnded(String login) {}

    /**
     * Somebody's log-in in one browser.
     *
     * @param key names it in forms; it opens nothing
     * @param current whether it is the one that asks
     */
    public record Open(String key, Instant began, Instant lastUsed, boolean current) {}

    /**
     * Somebody's open sessions, the last used first.
     *
     * @param current the id of the session that asks
     */
    public List<Open> of(String login, String current) {
        return jdbc.sql("""
                        select trim(primary_id) as key, creation_time, last_access_time, trim(session_id) = :current as current
                          from spring_session where principal_name = :login and expiry_time > :now
                         order by last_access_time desc
                        """)
                .param("login", login)
                .param("current", current)
                .param("now", System.currentTimeMillis())
                .query((row, _) -> open(row))
                .list();
    }

    private static Open open(ResultSet row) throws SQLException {
        return new Open(
                row.getString("key"),
                Instant.ofEpochMilli(row.getLong("creation_time")),
                Instant.ofEpochMilli(row.getLong("last_access_time")),
                row.getBoolean("current"));
    }

    /** Ends one of somebody's sessions; false when they have none of that key. */
    public boolean end(String login, String key) {
        return jdbc.sql("delete from spring_session where principal_name = :login and primary_id = :key")
                        .param("login", login)
                        .param("key", key)
                        .update()
                == 1;
    }

    /** Ends all sessions of somebody; within the caller's transaction. */
    public void endAll(String login) {
        endOthers(login, "");
        events.publishEvent(new AllEnded(login));
    }

    /**
     * Ends all sessions of somebody but one; within the caller's transaction.
     *
     * @param current the id of the session that stays
     */
    public void endOthers(String login, String current) {
        jdbc.sql("delete from spring_session where principal_name = :login and session_id <> :current")
                .param("login", login)
                .param("current", current)
                .update();
    }

    /** Which of these sessions are still open. */
    public Set<String> living(Collection<String> ids) {
        return Set.copyOf(jdbc.sql("""
                        select trim(session_id) from spring_session
                         where session_id = any(:ids::bpchar[]) and expiry_time > :now
                        """)
                .param("ids", ids.toArray(String[]::new))
                .param("now", System.currentTimeMillis())
                .query((row, _) -> row.getString(1))
                .list());
    }
}
