package id.pendopo.channels.gateway.inbound;

import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.gateway.accounts.ConnectedAccount;
import id.pendopo.channels.gateway.outbound.ResponseDoubts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The idempotent receiver's responses: what requests were answered with, given again to whoever asks again. */
@Component
class StoredAnswers {

    private final JdbcClient jdbc;
    private final ResponseDoubts doubts;
    private final TransactionOperations transactions;

    StoredAnswers(JdbcClient jdbc, ResponseDoubts doubts, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.doubts = doubts;
        this.transactions = transactions;
    }

    /** What a message was answered with; empty when it never came. */
    Optional<WebhookAnswer> stored(ConnectedAccount connected, String externalId) {
        return row(connected, externalId).map(Row::answer);
    }

    /**
     * The same for a provider that waits for it. Where the replies are on their way by a request of ours, because this
     * very response seemed lost, it is an acknowledgement alone: nobody hears the same twice.
     */
    Optional<WebhookAnswer> again(ConnectedAccount connected, String externalId) {
        return row(connected, externalId).map(row -> says(connected, row) ? row.answer() : connected.acknowledgement());
    }

    private boolean says(ConnectedAccount connected, Row row) {
        boolean doubted = !connected.repeats() && connected.adapter().answersInResponse(connected.account());
        if (!doubted
                || Arrays.equals(
                        row.answer().body(), connected.acknowledgement().body())) {
            return true;
        }
        return Boolean.TRUE.equals(
                transactions.execute(_ -> doubts.saysAgain(connected.name(), row.conversation(), row.turn())));
    }

    private Optional<Row> row(ConnectedAccount connected, String externalId) {
        return jdbc.sql("""
                select conversation, turn, answer_status, answer_type, answer_body from channels_inbound
                 where account = :account and external_id = :externalId
                """)
                .param("account", connected.name())
                .param("externalId", externalId)
                .query((row, _) -> new Row(row.getLong("conversation"), row.getLong("turn"), answer(connected, row)))
                .optional();
    }

    /** Rows older than the retention have lost their answer; the provider then gets a bare acknowledgement. */
    private static WebhookAnswer answer(ConnectedAccount connected, ResultSet row) throws SQLException {
        byte[] body = row.getBytes("answer_body");
        return body == null
                ? connected.acknowledgement()
                : new WebhookAnswer(row.getInt("answer_status"), row.getString("answer_type"), body);
    }

    private record Row(long conversation, long turn, WebhookAnswer answer) {}
}
