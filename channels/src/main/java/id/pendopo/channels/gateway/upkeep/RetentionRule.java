package id.pendopo.channels.gateway.upkeep;

import java.util.Optional;

/**
 * A retention rule: what is deleted, or emptied, of one table once it is old enough.
 *
 * @param what for the log
 * @param table that it is about
 * @param old which rows are, a condition with {@code :before}
 * @param window how a table is walked whose numbers rise with time; empty when the statement takes {@code :batch} rows
 * @param sql a statement with {@code :before}, and with {@code :after} and {@code :upTo} or with {@code :batch}
 */
public record RetentionRule(String what, Kept kept, String table, String old, Optional<Window> window, String sql) {

    /** For how long; see {@link RetentionProperties}. */
    public enum Kept {
        AS_KEY,
        AS_PERSONAL
    }

    /**
     * A walk from number to number, up to the newest row that is old enough.
     *
     * @param time the column that says how old a row is
     */
    public record Window(String table, String time) {}

    /** Walks a table by its numbers and does this to what is old there. */
    public static RetentionRule inWindows(String what, Kept kept, Window window, String old, String done) {
        String sql = done + " where id > :after and id <= :upTo and " + old;
        return new RetentionRule(what, kept, window.table(), old, Optional.of(window), sql);
    }

    /** Deletes what is old. */
    public static RetentionRule inBatches(String what, Kept kept, String table, String old) {
        String sql = "delete from %1$s where ctid = any (array(select ctid from %1$s where %2$s limit :batch))"
                .formatted(table, old);
        return new RetentionRule(what, kept, table, old, Optional.empty(), sql);
    }
}
