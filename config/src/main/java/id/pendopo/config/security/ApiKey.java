package id.pendopo.config.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * An API key of a program, without the key itself, which nobody knows but the program.
 *
 * @param label its name, and the program's
 * @param used when it was last used, to the minute; empty: never, or not since it is noted
 */
public record ApiKey(String label, Grant grant, Instant issued, Optional<Instant> used) {

    boolean usedBefore(Instant time) {
        return used.filter(at -> !at.isBefore(time)).isEmpty();
    }

    static ApiKey read(ResultSet row) throws SQLException {
        return new ApiKey(
                row.getString("label"),
                Grant.read(row),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("used_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
