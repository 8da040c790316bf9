package id.pendopo.channels.gateway.inbound;

import id.pendopo.channels.Attachments;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.MessageChanged;
import id.pendopo.channels.adapter.FileSource;
import id.pendopo.channels.gateway.accounts.Accounts;
import id.pendopo.channels.gateway.outbound.MessageJson;
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

    /** Puts an edited or withdrawn text in the place of the old one. */
    void amend(MessageChanged change) {
        jdbc.sql("""
                update channels_inbound
                   set body = :text, attachments = case when :withdrawn then '[]'::jsonb else attachments end
                 where account = :account and coalesce(message_name, external_id) = :original and address = :address
                   and event = 'MESSAGE'
                """)
                .param("text", change.text().orElse(""))
                .param("withdrawn", change.text().isEmpty())
                .param("account", change.account())
                .param("original", change.originalId())
                .param("address", change.from().value())
                .update();
    }

    private boolean liesAtProvider(InboundMessage message) {
        return accounts.connected(message.account())
                .filter(connected -> connected.adapter() instanceof FileSource)
                .isPresent();
    }
}
