package id.pendopo.channels.gateway.outbound;

import id.pendopo.ui.RestoreRules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts replies in doubt (delivery state {@code UNKNOWN}): those whose response may not have reached the provider, and those
 * that a desk before a restore may have given already.
 */
@Component
public class ResponseDoubts {

    /** When the provider's list is believed to have what it took in a response. */
    private static final Duration LISTED_AFTER = Duration.ofSeconds(30);

    /** What went out by a request of ours, or is about to: there is no way back to the response. */
    private static final String BEGUN = """
            (attempts > 0 or provider_id is not null or possible_duplicate or by_hand or state = 'FAILED'
             or state = 'UNKNOWN' and doubt_since is null)
            """;

    private final JdbcClient jdbc;
    private final ResponseReceipts receipts;
    private final Clock clock;

    ResponseDoubts(JdbcClient jdbc, ResponseReceipts receipts, Clock clock) {
        this.jdbc = jdbc;
        this.receipts = receipts;
        this.clock = clock;
    }

    /**
     * A turn whose response may not have reached its caller.
     *
     * @param receivedAt when its message came
     */
    public record Turn(long conversation, long turn, Instant receivedAt) {}

    /**
     * Within the caller's transaction: what these turns said in their response is in doubt from now on.
     *
     * @return the conversation of each reply
     */
    public List<Long> raise(String account, List<Turn> silent) {
        if (silent.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                update channels_outbound o
                   set state = 'UNKNOWN', reason = 'unanswered', doubt_since = silent."receivedAt",
                       first_failed_at = :now, due_at = :now + :listed::interval, changed_at = :now
                  from jsonb_to_recordset(:silent::jsonb) as silent (
                       conversation bigint, turn bigint, "receivedAt" timestamptz)
                 where o.account = :account and o.conversation = silent.conversation and o.turn = silent.turn
                   and o.state = 'SENT' and o.reason = 'response' and o.provider_id is null
                   and o.blocks is not null
                returning o.conversation
                """)
                .param("silent", MessageJson.rows(silent))
                .param("account", account)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("listed", LISTED_AFTER.toString())
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /**
     * Within the caller's transaction: the provider asks again for the response to this turn. Either the response takes
     * the replies, and nothing of them is sent before it can be known that it was handed over; or the sending of one has
     * begun, and the response must not say any of them. Neither must it where it was never handed over and something later
     * was said meanwhile: nobody reads the old after the new.
     *
     * @return whether the response may say them
     */
    public boolean saysAgain(String account, long conversation, long turn) {
        jdbc.sql("select 1 from channels_lane where conversation = :conversation for update")
                .param("conversation", conversation)
                .query(Integer.class)
                .optional();
        if (overtaken(account, conversation, turn)) {
            late(account, conversation, turn);
            return false;
        }
        boolean free = jdbc.sql("""
                select not exists (select from channels_outbound
                                    where account = :account and conversation = :conversation and turn = :turn and %s)
                """.formatted(BEGUN))
                .param("account", account)
                .param("conversation", conversation)
                .param("turn", turn)
                .query(Boolean.class)
                .single();
        if (free) {
            wait(account, conversation, turn);
        } else {
            goOn(account, conversation, turn);
        }
        return free;
    }

    private boolean overtaken(String account, long conversation, long turn) {
        if (receipts.has(account, conversation, turn)) {
            return false;
        }
        return receipts.hasLater(account, conversation, turn)
                || jdbc.sql("""
                        select exists (select from channels_outbound
                                        where account = :account and conversation = :conversation and turn > :turn
                                          and state in ('SENT', 'DELIVERED', 'READ') and attempts > 0)
                        """)
                        .param("account", account)
                        .param("conversation", conversation)
                        .param("turn", turn)
                        .query(Boolean.class)
                        .single();
    }

    /** A person decides what becomes of it. */
    private void late(String account, long conversation, long turn) {
        jdbc.sql("""
                update channels_outbound
                   set state = 'FAILED', reason = 'late', doubt_since = null, changed_at = :now
                 where account = :account and conversation = :conversation and turn = :turn and not %s
                   and (state = 'SENT' and reason = 'response' or doubt_since is not null)
                """.formatted(BEGUN))
                .param("account", account)
                .param("conversation", conversation)
                .param("turn", turn)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What is in doubt, or was to be sent because the provider had none, is asked after once more when this response is known. */
    private void wait(String account, long conversation, long turn) {
        jdbc.sql("""
                update channels_outbound
                   set state = 'UNKNOWN', reason = 'unanswered', doubt_since = coalesce(doubt_since, :now),
                       due_at = :now + :listed::interval, changed_at = :now
                 where account = :account and conversation = :conversation and turn = :turn
                   and state in ('UNKNOWN', 'SENDING', 'RETRY')
                """)
                .param("account", account)
                .param("conversation", conversation)
                .param("turn", turn)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("listed", LISTED_AFTER.toString())
                .update();
    }

    /** The first reply was not there, so that no response has arrived: the others are not asked after any more. */
    private void goOn(String account, long conversation, long turn) {
        jdbc.sql("""
                update channels_outbound
                   set state = 'RETRY', reason = 'unanswered', doubt_since = null, due_at = :now, changed_at = :now
                 where account = :account and conversation = :conversation and turn = :turn
                   and state in ('UNKNOWN', 'SENDING') and doubt_since is not null and not %s
                """.formatted(BEGUN))
                .param("account", account)
                .param("conversation", conversation)
                .param("turn", turn)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Within the caller's transaction: replies to a message that came before this database was restored from a backup. The
     * same may have been said after the backup was taken.
     *
     * @param inResponse whether they would have gone out in a response
     */
    public void raiseIfRestored(Turn turn, boolean inResponse) {
        jdbc.sql("""
                update channels_outbound
                   set state = 'UNKNOWN', reason = 'restored', doubt_since = :received, first_failed_at = :now,
                       attempts = case when :inResponse then 0 else 1 end, changed_at = :now
                 where conversation = :conversation and turn = :turn and state = 'PENDING'
                   and exists (select from channels_restored where at > :received)
                """)
                .param("conversation", turn.conversation())
                .param("turn", turn.turn())
                .param("received", turn.receivedAt().atOffset(ZoneOffset.UTC))
                .param("inResponse", inResponse)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * The outbox after a restore: what was not final when the backup was taken may have been sent since, so it is in doubt as
     * after a crash, and its provider is asked before anything is sent.
     */
    static final class AfterRestore implements RestoreRules {

        @Override
        public List<String> repairs() {
            return List.of("""
                    update channels_outbound
                       set state = 'UNKNOWN', reason = 'restored', doubt_since = coalesce(doubt_since, created_at),
                           attempts = greatest(attempts, 1), first_failed_at = coalesce(first_failed_at, now()),
                           due_at = now(), changed_at = now()
                     where state in ('PENDING', 'SENDING', 'RETRY')
                    """, """
                    insert into channels_lane (conversation, due_at)
                    select distinct conversation, now() from channels_outbound where doubt_since is not null
                    on conflict (conversation) do update set due_at = excluded.due_at
                    """, "update channels_lane set lease_until = null", """
                    insert into channels_restored (at) values (now())
                    on conflict (one) do update set at = excluded.at
                    """);
        }
    }
}
