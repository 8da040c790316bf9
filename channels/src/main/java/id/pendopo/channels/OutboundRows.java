package id.pendopo.channels;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The outbound rows as they are moved on, always with their conversation's lane held. */
@Component
class OutboundRows {

    private final JdbcClient jdbc;
    private final DeliveryReports reports;
    private final Addresses addresses;
    private final LiveEvents live;

    OutboundRows(JdbcClient jdbc, DeliveryReports reports, Addresses addresses, LiveEvents live) {
        this.jdbc = jdbc;
        this.reports = reports;
        this.addresses = addresses;
        this.live = live;
    }

    /**
     * What a worker that died left behind: nobody knows whether it was sent. A bot's answer is sent once more, marked;
     * everything else waits for a person.
     */
    void recover(long conversation, Instant now) {
        jdbc.sql("""
                update channels_outbound
                   set state = case when author = 'BOT' and not possible_duplicate then 'PENDING' else 'UNKNOWN' end,
                       possible_duplicate = true, reason = 'worker-lost', changed_at = :now
                 where conversation = :conversation and state = 'SENDING'
                """).param("conversation", conversation).param("now", utc(now)).update();
    }

    /** What is not final yet, in order; more than a few only after a long failure. */
    List<Waiting> waiting(long conversation) {
        return jdbc.sql("""
                select id, due_at, first_failed_at from channels_outbound
                 where conversation = :conversation and state in ('PENDING', 'SENDING', 'RETRY')
                 order by turn, part, id limit 1000
                """)
                .param("conversation", conversation)
                .query((row, _) -> new Waiting(
                        row.getLong("id"),
                        row.getObject("due_at", OffsetDateTime.class).toInstant(),
                        instant(row, "first_failed_at")))
                .list();
    }

    Dispatch start(Claim claim, long id, Instant now) {
        return jdbc.sql("""
                update channels_outbound set state = 'SENDING', attempts = attempts + 1, changed_at = :now
                 where id = :id returning *
                """)
                .param("id", id)
                .param("now", utc(now))
                .query((row, _) -> new Dispatch(
                        claim,
                        id,
                        JdbcOutbox.row(row).message(),
                        row.getInt("attempts"),
                        row.getBoolean("possible_duplicate"),
                        instant(row, "first_failed_at")))
                .single();
    }

    /** Also after the claim was lost: what the provider took must not be sent again. */
    void accepted(Accepted accepted, Instant now) {
        Dispatch dispatch = accepted.dispatch();
        String account = dispatch.message().to().account();
        accepted.providerId().ifPresent(id -> reports.lock(account, id));
        jdbc.sql("""
                update channels_outbound
                   set state = 'SENT', provider_id = :providerId, reason = null, changed_at = :now
                 where id = :id and state in ('SENDING', 'PENDING', 'RETRY', 'FAILED', 'UNKNOWN')
                """)
                .param("id", dispatch.id())
                .param("providerId", accepted.providerId().orElse(null))
                .param("now", utc(now))
                .update();
        accepted.providerId().ifPresent(id -> reports.catchUp(account, id));
        live.changed(LiveEvents.topic(dispatch.message().to()));
    }

    void failed(Undelivered undelivered, Verdict verdict, Instant now) {
        Dispatch dispatch = undelivered.dispatch();
        if (undelivered.failure().outcome() == SendFailed.Outcome.BLOCKED) {
            addresses.blocked(dispatch.message().to(), true);
        }
        jdbc.sql("""
                update channels_outbound
                   set state = :state, reason = :reason, due_at = coalesce(:due, due_at), changed_at = :now,
                       first_failed_at = coalesce(first_failed_at, :now),
                       possible_duplicate = possible_duplicate or :duplicate
                 where id = :id and state = 'SENDING'
                """)
                .param("id", dispatch.id())
                .param("state", verdict.state().name())
                .param("reason", verdict.reason())
                .param("due", verdict.due().map(OutboundRows::utc).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("duplicate", verdict.possibleDuplicate())
                .param("now", utc(now))
                .update();
        live.changed(LiveEvents.topic(dispatch.message().to()));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** A row that is not final. */
    record Waiting(long id, Instant due, Optional<Instant> firstFailedAt) {}
}
