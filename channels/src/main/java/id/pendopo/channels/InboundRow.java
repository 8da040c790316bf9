package id.pendopo.channels;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** An inbound row as a program sees it: what became of it, not what it says. */
record InboundRow(
        long id,
        String account,
        String externalId,
        String event,
        String kind,
        String state,
        @Nullable String reason,
        Instant receivedAt,
        Instant at,
        @Nullable String address,
        @Nullable Long conversation,
        @Nullable Long turn,
        @Nullable Integer answerStatus) {

    static InboundRow of(ResultSet row) throws SQLException {
        return new InboundRow(
                row.getLong("id"),
                row.getString("account"),
                row.getString("external_id"),
                row.getString("event"),
                row.getString("kind"),
                row.getString("state"),
                row.getString("reason"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                row.getString("address"),
                row.getObject("conversation", Long.class),
                row.getObject("turn", Long.class),
                row.getObject("answer_status", Integer.class));
    }

    @Override
    public String toString() {
        return "InboundRow[" + id + ", " + state + "]";
    }
}
