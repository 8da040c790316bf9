package id.pendopo.channels.gateway.outbound;

import id.pendopo.channels.Address;
import id.pendopo.channels.LiveEvents;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.Reconcilable;
import id.pendopo.channels.adapter.SendFailed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * State changes of outbound rows: the outbound rows as they are moved on, always with their conversation's lane held.
 */
@Component
class OutboundRows {

    /** Equal texts further apart than this are not mistaken for each other. */
    private static final Duration LOOKS_BACK = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final DeliveryReports reports;
    private final Addresses addresses;
    private final LiveEvents live;
    private final Dispatch.ReplyHandles handles;
    private final Dispatch.Windows windows;

    OutboundRows(
            JdbcClient jdbc,
            DeliveryReports reports,
            Addresses addresses,
            LiveEvents live,
            Dispatch.ReplyHandles handles,
            Dispatch.Windows windows) {
        this.windows = windows;
        this.handles = handles;
        this.jdbc = jdbc;
        this.reports = reports;
        this.addresses = addresses;
        this.live = live;
    }

    /** What a worker that died left behind: nobody knows whether it was sent, so its provider is asked. */
    void recover(long conversation, Instant now) {
        jdbc.sql("""
                update channels_outbound
                   set state = 'UNKNOWN', doubt_since = coalesce(doubt_since, changed_at), reason = 'worker-lost',
                       first_failed_at = coalesce(first_failed_at, :now), due_at = :now, changed_at = :now
                 where conversation = :conversation and state = 'SENDING'
                """).param("conversation", conversation).param("now", utc(now)).update();
    }

    /** What is not final yet, in order; more than a few only after a long failure. */
    List<Waiting> waiting(long conversation) {
        return jdbc.sql("""
                select id, due_at, first_failed_at from channels_outbound
                 where conversation = :conversation
                   and (state in ('PENDING', 'SENDING', 'RETRY') or doubt_since is not null)
                 order by turn, part, id limit 1000
                """)
                .param("conversation", conversation)
                .query((row, _) -> new Waiting(
                        row.getLong("id"),
                        row.getObject("due_at", OffsetDateTime.class).toInstant(),
                        instant(row, "first_failed_at")))
                .list();
    }

    /**
     * A message whose fate nobody knows is asked after: that is no try. The first one of a turn that is sent takes what its
     * message may be answered by. One that finds the reply window closed moves to the person's other line before it is sent.
     */
    Dispatch start(Claim claim, long id, Instant now) {
        Started begun = jdbc.sql("""
                update channels_outbound
                   set state = 'SENDING', attempts = attempts + case when doubt_since is null then 1 else 0 end,
                       changed_at = :now
                 where id = :id returning *
                """)
                .param("id", id)
                .param("now", utc(now))
                .query((row, _) -> started(claim, row, now))
                .single();
        Dispatch dispatch = begun.dispatch();
        if (dispatch.doubtSince().isPresent()) {
            return dispatch;
        }
        Dispatch.Passage passage = windows.passage(dispatch.message(), begun.windowClosed());
        passage.elsewhere().ifPresent(there -> move(id, there));
        return dispatch.by(passage).answering(handles);
    }

    private record Started(Dispatch dispatch, boolean windowClosed) {}

    private static Started started(Claim claim, ResultSet row, Instant now) throws SQLException {
        return new Started(
                new Dispatch(
                        claim,
                        row.getLong("id"),
                        StoredOutbox.row(row).message(),
                        row.getInt("attempts"),
                        row.getBoolean("possible_duplicate"),
                        instant(row, "first_failed_at"),
                        now,
                        Optional.empty(),
                        Dispatch.Passage.FREE,
                        instant(row, "doubt_since")),
                row.getBoolean("window_closed"));
    }

    /** Before it is sent, so that reports, doubts and further tries are that line's. */
    private void move(long id, Address to) {
        jdbc.sql("update channels_outbound set account = :account, address = :address where id = :id")
                .param("account", to.account())
                .param("address", to.value())
                .param("id", id)
                .update();
    }

    /**
     * Whether something that was said later reached the provider before a message that failed once: such a message says
     * the old after the new, so that a person decides.
     */
    boolean overtaken(long id, Instant now) {
        return jdbc.sql("""
                update channels_outbound late set state = 'FAILED', reason = 'late', changed_at = :now
                 where id = :id and first_failed_at is not null and doubt_since is null and not by_hand
                   and exists (select from channels_outbound later
                                where later.conversation = late.conversation
                                  and (later.turn, later.part) > (late.turn, late.part)
                                  and later.state in ('SENT', 'DELIVERED', 'READ'))
                """).param("id", id).param("now", utc(now)).update() == 1;
    }

    /**
     * What the provider may have from us for a person since a while before a doubt began, in order: to tell equal texts
     * apart, those nobody doubts are among them.
     */
    List<Reconcilable.Trial> trials(Address to, Instant doubtSince) {
        return jdbc.sql("""
                select * from channels_outbound
                 where account = :account and address = :address
                   and (created_at >= :since or changed_at >= :since or doubt_since is not null)
                   and (state in ('SENDING', 'SENT', 'DELIVERED', 'READ') or doubt_since is not null
                        or provider_id is not null)
                 order by turn, part, id
                """)
                .param("account", to.account())
                .param("address", to.value())
                .param("since", utc(doubtSince.minus(LOOKS_BACK)))
                .query((row, _) -> trial(row))
                .list();
    }

    private static Reconcilable.Trial trial(ResultSet row) throws SQLException {
        Outbox.Sent sent = StoredOutbox.row(row);
        Optional<Instant> doubtSince = instant(row, "doubt_since");
        return new Reconcilable.Trial(
                new ChannelAdapter.Rendered(sent.id(), sent.message()),
                doubtSince.orElse(sent.at()),
                doubtSince.isPresent(),
                row.getInt("attempts") == 0,
                Optional.ofNullable(row.getString("provider_id")));
    }

    /** Also after the claim was lost: what the provider took must not be sent again. */
    void accepted(Accepted accepted, Instant now) {
        Dispatch dispatch = accepted.dispatch();
        String account = dispatch.message().to().account();
        accepted.providerId().ifPresent(id -> reports.lock(account, id));
        jdbc.sql("""
                update channels_outbound
                   set state = 'SENT', provider_id = :providerId, doubt_since = null, changed_at = :now,
                       reason = case when attempts = 0 then 'response' end
                 where id = :id and state in ('SENDING', 'PENDING', 'RETRY', 'FAILED', 'UNKNOWN')
                """)
                .param("id", dispatch.id())
                .param("providerId", accepted.providerId().orElse(null))
                .param("now", utc(now))
                .update();
        accepted.providerId().ifPresent(id -> reports.catchUp(account, id));
        late(dispatch.message(), now);
        live.changed(LiveEvents.topic(dispatch.message().to()));
    }

    /** What held the others back for ten minutes and was passed by this one is left to a person. */
    private void late(OutboundMessage passed, Instant now) {
        jdbc.sql("""
                update channels_outbound
                   set state = case when doubt_since is null then 'FAILED' else 'UNKNOWN' end,
                       reason = 'late', doubt_since = null, changed_at = :now
                 where conversation = :conversation and (turn, part) < (:turn, :part)
                   and (state in ('PENDING', 'RETRY') or doubt_since is not null)
                """)
                .param("conversation", passed.conversation())
                .param("turn", passed.turn())
                .param("part", passed.part())
                .param("now", utc(now))
                .update();
    }

    void failed(Undelivered undelivered, FailureDecision decision, Instant now) {
        Dispatch dispatch = undelivered.dispatch();
        if (undelivered.failure().outcome() == SendFailed.Outcome.BLOCKED) {
            addresses.blocked(dispatch.message().to(), true);
        }
        jdbc.sql("""
                update channels_outbound
                   set state = :state, reason = :reason, due_at = coalesce(:due, due_at), changed_at = :now,
                       first_failed_at = case when :counts then coalesce(first_failed_at, :now) else first_failed_at end,
                       attempts = attempts - case when :counts then 0 else 1 end,
                       possible_duplicate = possible_duplicate or :duplicate, doubt_since = :doubt,
                       window_closed = window_closed or :closed
                 where id = :id and state = 'SENDING'
                """)
                .param("id", dispatch.id())
                .param("state", decision.state().name())
                .param("reason", decision.reason())
                .param("due", decision.due().map(OutboundRows::utc).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("duplicate", decision.possibleDuplicate())
                .param("counts", decision.counts())
                .param("closed", undelivered.failure().outcome() == SendFailed.Outcome.WINDOW_CLOSED)
                .param(
                        "doubt",
                        decision.doubtSince().map(OutboundRows::utc).orElse(null),
                        Types.TIMESTAMP_WITH_TIMEZONE)
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
