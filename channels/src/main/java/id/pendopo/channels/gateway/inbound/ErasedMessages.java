package id.pendopo.channels.gateway.inbound;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.pendopo.channels.Attachment;
import id.pendopo.channels.Attachments;
import id.pendopo.channels.MessageErasure;
import id.pendopo.channels.gateway.outbound.ErasedReplies;
import id.pendopo.channels.gateway.outbound.MessageJson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The erasure of inbound rows, of the answers that are kept for messages that come again, and of reply handles that ended. */
@Component
class ErasedMessages implements MessageErasure {

    /** A page that is opened again shows the reply so long; a response that was lost is known to be lost by then. */
    private static final Duration SHOWN = Duration.ofMinutes(10);

    /** No reply is tried for longer. */
    private static final Duration TRIED = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ErasedReplies replies;
    private final Attachments attachments;
    private final StoredReplyHandles handles;

    ErasedMessages(
            JdbcClient jdbc, Clock clock, ErasedReplies replies, Attachments attachments, StoredReplyHandles handles) {
        this.handles = handles;
        this.jdbc = jdbc;
        this.clock = clock;
        this.replies = replies;
        this.attachments = attachments;
    }

    private record Erased(long id, long turn, List<Attachment> files) {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Attachment> erase(Words words) {
        List<Erased> rows = rows(words);
        empty(rows, words.current());
        forgetEdits(words.conversation());
        Set<Long> turns = new HashSet<>(words.turns());
        rows.forEach(row -> turns.add(row.turn()));
        replies.erase(words.conversation(), turns, words.current(), words.quoted());
        List<Attachment> files =
                rows.stream().flatMap(row -> row.files().stream()).toList();
        attachments.disown(files);
        return files;
    }

    private List<Erased> rows(Words words) {
        return jdbc.sql("""
                select id, turn, attachments from channels_inbound
                 where conversation = :conversation and event = 'MESSAGE'
                   and (turn = any (:turns) or exists (
                           select from unnest(:quoted) as passage
                            where strpos(lower(body), passage) > 0
                               or length(btrim(body)) >= 8 and strpos(passage, lower(btrim(body))) > 0))
                 order by turn, id for update
                """)
                .param("conversation", words.conversation())
                .param("turns", words.turns().toArray(Long[]::new))
                .param("quoted", words.quoted().toArray(String[]::new))
                .query((row, _) -> new Erased(
                        row.getLong("id"), row.getLong("turn"), MessageJson.attachments(row.getString("attachments"))))
                .list();
    }

    /** The current answer is kept until it was heard; those before it were. */
    private void empty(List<Erased> rows, long current) {
        jdbc.sql("""
                update channels_inbound
                   set erased = true, address = null, language = null, body = null, choice = null, latitude = null,
                       longitude = null, attachments = null, album = null,
                       reply_token = case when turn = :current then reply_token end,
                       reply_until = case when turn = :current then reply_until end,
                       answer_status = case when turn = :current then answer_status end,
                       answer_type = case when turn = :current then answer_type end,
                       answer_body = case when turn = :current then answer_body end
                 where id = any (:ids)
                """)
                .param("current", current)
                .param("ids", rows.stream().map(Erased::id).toArray(Long[]::new))
                .update();
    }

    /** Edits that wait for a message which never came may have the same words. */
    private void forgetEdits(long conversation) {
        jdbc.sql("""
                update channels_inbound edit set address = null, body = null
                  from (select distinct account, address from channels_inbound
                         where conversation = :conversation and address is not null) person
                 where edit.account = person.account and edit.address = person.address
                   and edit.event = 'CHANGED' and edit.body is not null
                """).param("conversation", conversation).update();
    }

    private record Answered(long conversation, long turn) {}

    /** Within the caller's transaction: the responses to these messages were handed over. */
    void heard(String account, List<String> externalIds) {
        jdbc.sql("""
                update channels_inbound set answer_status = null, answer_type = null, answer_body = null
                 where erased and answer_body is not null and account = :account and external_id = any (:ids)
                returning conversation, turn
                """)
                .param("account", account)
                .param("ids", externalIds.toArray(String[]::new))
                .query((row, _) -> new Answered(row.getLong("conversation"), row.getLong("turn")))
                .list()
                .forEach(turn -> replies.heard(turn.conversation(), turn.turn()));
    }

    /** What nobody told of. */
    @Transactional
    void overdue() {
        Instant now = clock.instant();
        jdbc.sql("""
                update channels_inbound set answer_status = null, answer_type = null, answer_body = null
                 where erased and answer_body is not null and received_at < :before
                """).param("before", now.minus(SHOWN).atOffset(ZoneOffset.UTC)).update();
        replies.overdue(now.minus(SHOWN), now.minus(TRIED));
        handles.forget();
    }

    /** The job, for whoever runs jobs. */
    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> erasureJob(ErasedMessages messages) {
            return Tasks.recurring("message-erasure", FixedDelay.ofMinutes(1)).execute((_, _) -> messages.overdue());
        }
    }
}
