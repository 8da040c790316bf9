package id.pendopo.channels.gateway.outbound;

import id.pendopo.channels.Address;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.Outbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A queue entry: an outbound row as a supervisor or a program sees it: how it fares, not what it says.
 *
 * @param ticket the code of the ticket that it is about, where it names one
 * @param reason why it is in that state, a word of ours or the provider's code
 * @param due when it is tried next, while it waits
 * @param possibleDuplicate whether an earlier try may have arrived
 */
public record OutboxRow(
        long id,
        Address to,
        long conversation,
        long turn,
        int part,
        OutboundMessage.Author author,
        Optional<String> ticket,
        Outbox.State state,
        Optional<String> reason,
        Optional<String> providerId,
        int attempts,
        boolean possibleDuplicate,
        Instant at,
        Instant changed,
        Optional<Instant> due) {

    static OutboxRow of(ResultSet row) throws SQLException {
        Outbox.Sent sent = StoredOutbox.row(row);
        OutboundMessage message = sent.message();
        boolean waits = sent.state() == Outbox.State.PENDING || sent.state() == Outbox.State.RETRY;
        return new OutboxRow(
                sent.id(),
                message.to(),
                message.conversation(),
                message.turn(),
                message.part(),
                message.author(),
                message.ticket(),
                sent.state(),
                sent.reason(),
                Optional.ofNullable(row.getString("provider_id")),
                row.getInt("attempts"),
                row.getBoolean("possible_duplicate"),
                sent.at(),
                instant(row, "changed_at"),
                waits ? Optional.of(instant(row, "due_at")) : Optional.empty());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Whether a person may send it again. */
    public boolean replayable() {
        return state == Outbox.State.FAILED || state == Outbox.State.UNKNOWN || state == Outbox.State.RETRY;
    }
}
