package id.pendopo.channels.gateway.pull;

import id.pendopo.channels.Turn;
import id.pendopo.channels.adapter.PullAdapter.Checkpoint;
import id.pendopo.channels.gateway.inbound.Checkpoints;
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
import org.springframework.transaction.TransactionException;

/**
 * Leases and offsets of polled accounts. Which node asks a line, and how far it got: the position moves in the very
 * transaction that takes an event in.
 */
@Component
class PullPositions implements Checkpoints {

    /** As long does a line rest whose node died. */
    static final Duration LEASE = Duration.ofSeconds(25);

    private final JdbcClient jdbc;
    private final Clock clock;

    PullPositions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The right to ask a line.
     *
     * @param source the account's name, and behind a slash that of what is asked, where it has one
     * @param last how far it was taken in; empty when nothing was
     */
    record Lease(String source, long fence, Optional<Checkpoint> last) {

        /** The mode in which what came at a position is taken in. */
        Turn.Mode.Pulled at(long next) {
            return new Turn.Mode.Pulled(source, fence, next);
        }
    }

    /** Another node asks this line now: nothing of what is under way here may be committed. */
    static final class LeaseLost extends TransactionException {

        LeaseLost(String account) {
            super("another node asks line " + account);
        }
    }

    /** Takes the right to ask, if nobody has it. */
    Optional<Lease> lease(String source) {
        return jdbc.sql("""
                insert into channels_pull as p (account, fence, lease_until, changed_at)
                values (:account, nextval('channels_fence'), :until, :now)
                on conflict (account) do update set fence = excluded.fence, lease_until = excluded.lease_until
                 where p.lease_until is null or p.lease_until <= :now
                returning account, fence, position, changed_at
                """)
                .param("account", source)
                .param("until", now().plus(LEASE))
                .param("now", now())
                .query((row, _) -> lease(row))
                .optional();
    }

    /** Keeps the right; empty when it was lost. */
    Optional<Lease> renew(Lease lease) {
        return jdbc.sql("""
                update channels_pull set lease_until = :until where account = :account and fence = :fence
                returning account, fence, position, changed_at
                """)
                .param("until", now().plus(LEASE))
                .param("account", lease.source())
                .param("fence", lease.fence())
                .query((row, _) -> lease(row))
                .optional();
    }

    /** Gives the right back, so that another node need not wait. */
    void release(Lease lease) {
        jdbc.sql("update channels_pull set lease_until = null where account = :account and fence = :fence")
                .param("account", lease.source())
                .param("fence", lease.fence())
                .update();
    }

    /** @throws LeaseLost when another node has the line now */
    @Override
    public void advance(Turn.Mode.Pulled pulled) {
        int moved = jdbc.sql("""
                update channels_pull set position = :position, lease_until = :until, changed_at = :now
                 where account = :account and fence = :fence
                """)
                .param("position", pulled.position())
                .param("until", now().plus(LEASE))
                .param("now", now())
                .param("account", pulled.account())
                .param("fence", pulled.fence())
                .update();
        if (moved == 0) {
            throw new LeaseLost(pulled.account());
        }
    }

    private static Lease lease(ResultSet row) throws SQLException {
        Long position = row.getObject("position", Long.class);
        Instant moved = row.getObject("changed_at", OffsetDateTime.class).toInstant();
        return new Lease(
                row.getString("account"),
                row.getLong("fence"),
                Optional.ofNullable(position).map(known -> new Checkpoint(known, moved)));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
