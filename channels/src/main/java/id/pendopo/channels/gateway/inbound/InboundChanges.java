package id.pendopo.channels.gateway.inbound;

import id.pendopo.channels.Address;
import id.pendopo.channels.Attachments;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Inbox;
import id.pendopo.channels.MessageChanged;
import id.pendopo.channels.adapter.FileSource;
import id.pendopo.channels.gateway.accounts.Accounts;
import id.pendopo.channels.gateway.outbound.MessageJson;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Updates of inbound rows: what changes in an inbound row that has its place, always within the transaction of the
 * event that changes it.
 */
@Component
class InboundChanges {

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Attachments attachments;

    InboundChanges(JdbcClient jdbc, Accounts accounts, Attachments attachments) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.attachments = attachments;
    }

    /** The message as it is kept: where its files lie at the provider, they are named by our own ids from now on. */
    InboundMessage expected(InboundMessage message) {
        return liesAtProvider(message)
                ? message.with(attachments.expect(message.from(), message.attachments()))
                : message;
    }

    /** Puts the files of a message to those of an earlier one. */
    void enclose(long inbound, InboundMessage message) {
        jdbc.sql("update channels_inbound set attachments = coalesce(attachments, '[]') || :more::jsonb where id = :id")
                .param("more", MessageJson.attachments(expected(message).attachments()))
                .param("id", inbound)
                .update();
    }

    /**
     * Puts an edited or withdrawn text in the place of the old one.
     *
     * @return the message as it was; empty when there is none, or not yet
     */
    Optional<Inbox.Received> amend(MessageChanged change) {
        Optional<Inbox.Received> original = jdbc.sql("""
                select * from channels_inbound
                 where account = :account and coalesce(message_name, external_id) = :original and address = :address
                   and event = 'MESSAGE'
                   for update
                """)
                .param("account", change.account())
                .param("original", change.originalId())
                .param("address", change.from().value())
                .query((row, _) -> InboundRow.received(row))
                .optional();
        original.ifPresent(message -> amend(message.id(), change));
        return original;
    }

    private void amend(long id, MessageChanged change) {
        jdbc.sql("""
                update channels_inbound
                   set body = :text, attachments = case when :withdrawn then '[]'::jsonb else attachments end
                 where id = :id
                """)
                .param("text", change.text().orElse(""))
                .param("withdrawn", change.text().isEmpty())
                .param("id", id)
                .update();
    }

    /** Keeps a change in its own row until its message comes; not that of an erased one, which never comes. */
    void keep(MessageChanged change) {
        jdbc.sql("""
                update channels_inbound set address = :address, message_name = :original, body = :text
                 where account = :account and external_id = :externalId and event = 'CHANGED'
                   and not exists (select from channels_inbound message
                                    where message.account = :account and message.erased
                                      and coalesce(message.message_name, message.external_id) = :original)
                """)
                .param("address", change.from().value())
                .param("original", change.originalId())
                .param("text", change.text().orElse(null))
                .param("account", change.account())
                .param("externalId", change.externalId())
                .update();
    }

    /** The changes that were kept and whose messages have come since, in order; they are kept no longer. */
    List<MessageChanged> awaited(Address from) {
        return jdbc
                .sql("""
                update channels_inbound as change set address = null, message_name = null, body = null
                  from (select kept.id, kept.message_name, kept.body from channels_inbound kept
                         where kept.account = :account and kept.address = :address and kept.event = 'CHANGED'
                           and exists (select from channels_inbound message
                                        where message.account = :account and message.address = :address
                                          and message.event = 'MESSAGE'
                                          and coalesce(message.message_name, message.external_id) = kept.message_name)
                         order by kept.id for update skip locked) as known
                 where change.id = known.id
                returning change.external_id, change.happened_at, known.message_name as original, known.body as words
                """)
                .param("account", from.account())
                .param("address", from.value())
                .query((row, _) -> new MessageChanged(
                        from.account(),
                        row.getString("external_id"),
                        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                        from,
                        row.getString("original"),
                        Optional.ofNullable(row.getString("words"))))
                .list()
                .stream()
                .sorted(Comparator.comparing(MessageChanged::at))
                .toList();
    }

    private boolean liesAtProvider(InboundMessage message) {
        return accounts.connected(message.account())
                .filter(connected -> connected.adapter() instanceof FileSource)
                .isPresent();
    }
}
