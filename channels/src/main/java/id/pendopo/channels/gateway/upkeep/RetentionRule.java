package id.pendopo.channels.gateway.upkeep;

import java.util.Optional;

/**
 * A retention rule: what is deleted, or emptied, of one table once it is old enough.
 *
 * @param what for the log
 * @param window how a table is walked whose numbers rise with time; empty when the statement takes {@code :batch} rows
 * @param sql a statement with {@code :before}, and with {@code :after} and {@code :upTo} or with {@code :batch}
 */
public record RetentionRule(String what, Kept kept, Optional<Window> window, String sql) {

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

    public static RetentionRule inWindows(String what, Kept kept, Window window, String sql) {
        return new RetentionRule(what, kept, Optional.of(window), sql);
    }

    public static RetentionRule inBatches(String what, Kept kept, String sql) {
        return new RetentionRule(what, kept, Optional.empty(), sql);
    }
}
