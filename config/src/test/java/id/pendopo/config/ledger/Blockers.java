package id.pendopo.config.ledger;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.StringJoiner;

/**
 * Who waits for whom in the database, for the message of a test that hung.
 *
 * @see <a href="https://www.postgresql.org/docs/current/functions-info.html">pg_blocking_pids</a>
 */
final class Blockers {

    private Blockers() {}

    /** One line for each pair of a session that waits and one that holds what it waits for. */
    static String of(String database) {
        StringJoiner pairs = new StringJoiner("\n");
        pairs.setEmptyValue("no session waits for another one");
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select format('%s waits for %s with "%s"; %s holds it, %s for %s, last with "%s"',
                                      waits.pid,
                                      (select string_agg(concat_ws(' ', l.locktype, l.relation::regclass, l.mode), ', ')
                                         from pg_locks l where l.pid = waits.pid and not l.granted),
                                      left(regexp_replace(waits.query, '\\s+', ' ', 'g'), 200),
                                      holds.pid, holds.state, now() - holds.xact_start,
                                      left(regexp_replace(holds.query, '\\s+', ' ', 'g'), 200))
                          from pg_stat_activity waits
                         cross join lateral unnest(pg_blocking_pids(waits.pid)) as by (pid)
                          join pg_stat_activity holds on holds.pid = by.pid
                         order by waits.pid
                        """)) {
            while (row.next()) {
                pairs.add(row.getString(1));
            }
            return pairs.toString();
        } catch (SQLException away) {
            return "the database could not be asked: " + away.getMessage();
        }
    }
}
