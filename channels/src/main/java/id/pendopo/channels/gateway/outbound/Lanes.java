package id.pendopo.channels.gateway.outbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lanes of the outbox, one lock per conversation: the conversations that have something to send. Whoever touches
 * one of them holds its row, so order is kept.
 */
@Component
public class Lanes {

    /** Longer than any provider takes to answer; a worker that is silent for so long is dead. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final WakeUp wakeUp;

    Lanes(JdbcClient jdbc, Clock clock, WakeUp wakeUp) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.wakeUp = wakeUp;
    }

    /**
     * A condition for other statements: whether a conversation has something to send.
     *
     * @param conversation an SQL expression
     */
    public static String isOpen(String conversation) {
        return "exists (select from channels_lane lane where lane.conversation = %s)".formatted(conversation);
    }

    /** Within the caller's transaction: this conversation has something to send from now on. */
    public void open(long conversation) {
        jdbc.sql("""
                insert into channels_lane (conversation, due_at) values (:conversation, :now)
                on conflict (conversation) do update set due_at = least(channels_lane.due_at, excluded.due_at)
                """)
                .param("conversation", conversation)
                .param("now", utc(clock.instant()))
                .update();
        AfterCommit.run(wakeUp::call);
    }

    /** Takes the conversation that waits longest; others do not see it until the lease ends. */
    @Transactional
    public Optional<Claim> claim() {
        Instant now = clock.instant();
        return jdbc.sql("""
                update channels_lane set lease_until = :until, fence = nextval('channels_fence')
                 where conversation = (select conversation from channels_lane
                                        where due_at <= :now and (lease_until is null or lease_until <= :now)
                                        order by due_at limit 1 for update skip locked)
                returning conversation, fence, lease_until
                """)
                .param("until", utc(now.plus(LEASE)))
                .param("now", utc(now))
                .query((row, _) -> claim(row))
                .optional();
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                row.getLong("conversation"),
                row.getLong("fence"),
                row.getObject("lease_until", OffsetDateTime.class).toInstant());
    }

    /**
     * Within the caller's transaction: holds the lane against everybody and renews the lease.
     *
     * @return false when the claim was lost; its holder must not touch the conversation any more
     */
    boolean hold(Claim claim) {
        return jdbc.sql("""
                update channels_lane set lease_until = :until where conversation = :conversation and fence = :fence
                """)
                        .param("until", utc(clock.instant().plus(LEASE)))
                        .param("conversation", claim.conversation())
                        .param("fence", claim.fence())
                        .update()
                == 1;
    }

    /**
     * Within the caller's transaction, the lane held: gives the conversation back.
     *
     * @param due when there is something to send again; empty closes the lane
     */
    void release(Claim claim, Optional<Instant> due) {
        if (due.isEmpty()) {
            jdbc.sql("delete from channels_lane where conversation = :conversation")
                    .param("conversation", claim.conversation())
                    .update();
            return;
        }
        jdbc.sql("update channels_lane set lease_until = null, due_at = :due where conversation = :conversation")
                .param("due", utc(due.get()))
                .param("conversation", claim.conversation())
                .update();
        if (!due.get().isAfter(clock.instant())) {
            AfterCommit.run(wakeUp::call);
        }
    }

    /**
     * After the clock was set back: nobody waits for a time that was near and now is far.
     *
     * @param longest how far ahead a message may wait
     */
    @Transactional
    public void clockWasSetBack(Duration longest) {
        Instant now = clock.instant();
        jdbc.sql("""
                update channels_lane
                   set due_at = least(due_at, :due),
                       lease_until = case when lease_until > :lease then :lease else lease_until end
                 where due_at > :due or lease_until > :lease
                """)
                .param("due", utc(now.plus(longest)))
                .param("lease", utc(now.plus(LEASE)))
                .update();
        jdbc.sql("""
                update channels_outbound
                   set due_at = least(due_at, :due),
                       doubt_since = case when doubt_since > :now then :now else doubt_since end,
                       first_failed_at = case when first_failed_at > :now then :now else first_failed_at end
                 where (state in ('PENDING', 'SENDING', 'RETRY') or doubt_since is not null)
                   and (due_at > :due or doubt_since > :now or first_failed_at > :now)
                """)
                .param("due", utc(now.plus(longest)))
                .param("now", utc(now))
                .update();
        wakeUp.call();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
