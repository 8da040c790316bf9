package id.pendopo.channels.gateway.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.channels.Address;
import id.pendopo.channels.ChannelsTest;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Inbox;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.WebhookAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ChannelsTest
class RetentionTests {

    private final Retention retention;
    private final Inbox inbox;
    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final Address siti = new Address("testresponse", "siti-" + UUID.randomUUID());

    RetentionTests(Retention retention, Inbox inbox, Outbox outbox, JdbcClient jdbc) {
        this.retention = retention;
        this.inbox = inbox;
        this.outbox = outbox;
        this.jdbc = jdbc;
    }

    @Test
    void forgetsPeopleButNeverThatAMessageWasTaken() {
        InboundMessage message = message();
        inbox.accept(message);
        age(message, "800 days");

        retention.forget();

        assertThat(jdbc.sql("""
                        select count(*) from channels_inbound
                         where external_id = :id and coalesce(address, body) is not null
                        """)
                        .param("id", message.externalId())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(outbox.latest(siti, 10)).isEmpty();
        assertThat(inbox.accept(message).body()).isEmpty();
        assertThat(inbox.latest(siti, 10)).isEmpty();
    }

    @Test
    void keepsTheAnswerForAsLongAsProvidersRepeat() {
        InboundMessage message = message();
        WebhookAnswer answer = inbox.accept(message);
        age(message, "9 days");

        retention.forget();

        assertThat(inbox.accept(message).body()).isEqualTo(answer.body());
    }

    @Test
    void forgetsMoreThanOneStatementTakes() {
        InboundMessage message = message();
        inbox.accept(message);
        jdbc.sql("""
                insert into channels_inbound (account, external_id, event, received_at, happened_at, kind, state, address)
                select 'testresponse', :id || n, 'MESSAGE', now() - interval '800 days', now(), 'test-response', 'DONE', :id
                  from generate_series(1, 2500) n
                """).param("id", message.externalId()).update();

        retention.forget();

        assertThat(jdbc.sql("select count(*) from channels_inbound where address = :id")
                        .param("id", message.externalId())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(inbox.latest(siti, 10)).hasSize(1);
    }

    @Test
    void forgetsTheRestWhenOneStepFailsAndThenTellsOfIt() {
        InboundMessage message = message();
        inbox.accept(message);
        age(message, "800 days");
        jdbc.sql("alter table channels_early_report rename to channels_early_report_away")
                .update();
        try {
            assertThatThrownBy(retention::forget).isInstanceOf(DataAccessException.class);
        } finally {
            jdbc.sql("alter table channels_early_report_away rename to channels_early_report")
                    .update();
        }

        assertThat(inbox.latest(siti, 10)).isEmpty();
    }

    @Test
    void refusesToForgetKeysTooEarly() {
        assertThatThrownBy(() -> new RetentionProperties(Duration.ofDays(7), Duration.ofDays(30)))
                .hasMessageContaining("at least 8 days");
    }

    private InboundMessage message() {
        return InboundMessage.text(
                "testresponse", UUID.randomUUID().toString(), Instant.now(), "test-response", siti, "halo lama");
    }

    private void age(InboundMessage message, String by) {
        jdbc.sql("update channels_inbound set received_at = now() - :by::interval where external_id = :id")
                .param("by", by)
                .param("id", message.externalId())
                .update();
        jdbc.sql("update channels_outbound set created_at = now() - :by::interval where address = :address")
                .param("by", by)
                .param("address", siti.value())
                .update();
    }
}
