package id.pendopo.channels.gateway.inbound;

import id.pendopo.channels.InboundMessage.ReplyHandle;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.gateway.outbound.Dispatch;
import id.pendopo.channels.gateway.outbound.OutboxRows;
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

    /**
     * That of the turn itself, or the latest lasting one of the conversation: where there is one, of a turn that was answered
     * about the same ticket. A row that is being erased is passed over: whoever erases it waits for the replies that the
     * caller holds.
     */
    @Override
    public Optional<ReplyHandle> take(OutboundMessage reply) {
        return jdbc.sql("""
                with known as (
                  select id, reply_token, reply_until, reply_lasting from channels_inbound message
                   where conversation = :conversation and reply_token is not null
                     and (turn = :turn or turn < :turn and reply_lasting and not erased)
                   order by turn = :turn desc, %s desc, turn desc
                   limit 1 for update of message skip locked)
                update channels_inbound message
                   set reply_token = case when message.reply_lasting and not message.erased then message.reply_token end,
                       reply_until = case when message.reply_lasting and not message.erased then message.reply_until end
                  from known where message.id = known.id
                returning known.reply_token as token, known.reply_until as until, known.reply_lasting as lasting
                """.formatted(OutboxRows.answeredAbout("message", ":ticket")))
                .param("conversation", reply.conversation())
                .param("turn", reply.turn())
                .param("ticket", reply.ticket().orElse(""))
                .query((row, _) -> new ReplyHandle(
                        row.getString("token"),
                        row.getObject("until", OffsetDateTime.class).toInstant(),
                        row.getBoolean("lasting")))
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
