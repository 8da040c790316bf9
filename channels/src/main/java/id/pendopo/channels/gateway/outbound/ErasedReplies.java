package id.pendopo.channels.gateway.outbound;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The erasure of outbound rows; those that are not settled yet are emptied by whatever settles them. */
@Component
public class ErasedReplies {

    /** Characters: replies quote no less of a passage. */
    private static final int EXCERPT = 20;

    private final JdbcClient jdbc;

    ErasedReplies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Within the caller's transaction. Replies about a ticket of their own stay, unless they quote one of the passages.
     *
     * @param current the turn whose replies may still be on their way in a response
     */
    public void erase(long conversation, Collection<Long> turns, long current, List<String> quoted) {
        jdbc.sql("""
                update channels_outbound set erased = true
                 where conversation = :conversation
                   and (turn = any (:turns) and (ticket is null or turn = :current)
                        or exists (select from unnest(:quoted) as passage
                                    where strpos(lower(blocks::text), left(passage, :excerpt)) > 0))
                """)
                .param("conversation", conversation)
                .param("turns", turns.toArray(Long[]::new))
                .param("current", current)
                .param("quoted", quoted.toArray(String[]::new))
                .param("excerpt", EXCERPT)
                .update();
        settle("conversation = :conversation and turn <> :current", conversation, current);
    }

    /** Within the caller's transaction: the response that carried the replies of this turn was handed over. */
    public void heard(long conversation, long turn) {
        settle(
                "conversation = :conversation and turn = :current and state = 'SENT' and reason = 'response'",
                conversation,
                turn);
    }

    /** A row that is settled is emptied when it is touched. */
    private void settle(String which, long conversation, long current) {
        jdbc.sql("update channels_outbound set changed_at = changed_at where erased and blocks is not null and "
                        + which)
                .param("conversation", conversation)
                .param("current", current)
                .update();
    }

    /** Those that went out in a response of which nobody wrote down whether it was heard, and what waits for ever. */
    public void overdue(Instant unheard, Instant unsent) {
        jdbc.sql("""
                update channels_outbound set changed_at = changed_at
                 where erased and blocks is not null and state = 'SENT' and created_at < :unheard
                """).param("unheard", unheard.atOffset(ZoneOffset.UTC)).update();
        jdbc.sql("""
                update channels_outbound set state = 'FAILED', reason = 'late', doubt_since = null
                 where erased and blocks is not null and created_at < :unsent
                """).param("unsent", unsent.atOffset(ZoneOffset.UTC)).update();
    }
}
