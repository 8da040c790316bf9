package id.pendopo.channels.gateway.inbound;

import id.pendopo.channels.Inbox;
import id.pendopo.channels.Location;
import id.pendopo.channels.gateway.outbound.MessageJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An inbound row as a program sees it: what became of it, not what it says. */
public record InboundRow(
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

    /** The row as the transcript wants it. */
    static Inbox.Received received(ResultSet row) throws SQLException {
        String body = row.getString("body");
        Double latitude = row.getObject("latitude", Double.class);
        Double longitude = row.getObject("longitude", Double.class);
        return new Inbox.Received(
                row.getLong("id"),
                row.getLong("turn"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                body == null ? "" : body,
                Optional.ofNullable(row.getString("choice")),
                latitude == null || longitude == null
                        ? Optional.empty()
                        : Optional.of(new Location(latitude, longitude)),
                MessageJson.attachments(row.getString("attachments")));
    }
}
