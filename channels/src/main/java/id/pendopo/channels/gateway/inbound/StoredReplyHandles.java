package id.pendopo.channels.gateway.inbound;

import id.pendopo.channels.InboundMessage.ReplyHandle;
import id.pendopo.channels.gateway.outbound.Dispatch;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reply handles of inbound rows, which are forgotten when they are handed out and when they end. */
@Component
class StoredReplyHandles implements Dispatch.ReplyHandles {

    private final JdbcClient jdbc;
    private final Clock clock;

    StoredReplyHandles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A row that is being erased is passed over: whoever erases it waits for the replies that the caller holds. */
    @Override
    public Optional<ReplyHandle> take(long conversation, long turn) {
        return jdbc.sql("""
                with known as (
                  select id, reply_token, reply_until from channels_inbound
                   where conversation = :conversation and turn = :turn and reply_token is not null
                   limit 1 for update skip locked)
                update channels_inbound message set reply_token = null, reply_until = null
                  from known where message.id = known.id
                returning known.reply_token as token, known.reply_until as until
                """)
                .param("conversation", conversation)
                .param("turn", turn)
                .query((row, _) -> new ReplyHandle(
                        row.getString("token"),
                        row.getObject("until", OffsetDateTime.class).toInstant()))
                .optional()
                .filter(handle -> clock.instant().isBefore(handle.until()));
    }

    /** Those that nobody took. */
    void forget() {
        jdbc.sql("update channels_inbound set reply_token = null, reply_until = null where reply_until <= :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
