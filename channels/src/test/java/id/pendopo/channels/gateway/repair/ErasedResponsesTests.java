package id.pendopo.channels.gateway.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pendopo.channels.Address;
import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelsTest;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Inbox;
import id.pendopo.channels.MessageChanged;
import id.pendopo.channels.MessageErasure;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.TestClock;
import id.pendopo.channels.TestLine;
import id.pendopo.channels.Turn;
import id.pendopo.channels.gateway.accounts.Accounts;
import id.pendopo.channels.gateway.inbound.Arrival;
import id.pendopo.channels.gateway.inbound.Arrivals;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What is erased reaches whom it is for, and is nowhere afterwards. */
@ChannelsTest
class ErasedResponsesTests {

    private final MessageErasure erasure;
    private final UndeliveredResponses undelivered;
    private final Accounts accounts;
    private final Arrivals arrivals;
    private final Inbox inbox;
    private final Outbox outbox;
    private final TestLine onceLine;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Address siti = new Address("testonce", "siti" + UUID.randomUUID());
    private final InboundMessage message;

    ErasedResponsesTests(
            MessageErasure erasure,
            UndeliveredResponses undelivered,
            Accounts accounts,
            Arrivals arrivals,
            Inbox inbox,
            Outbox outbox,
            TestLine onceLine,
            TestClock clock,
            JdbcClient jdbc,
            TransactionOperations transactions) {
        this.erasure = erasure;
        this.undelivered = undelivered;
        this.accounts = accounts;
        this.arrivals = arrivals;
        this.inbox = inbox;
        this.outbox = outbox;
        this.onceLine = onceLine;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.message = InboundMessage.text(
                "testonce", "E-" + siti.value(), clock.instant(), "test-once", siti, "rahasia " + siti.value());
    }

    @AfterEach
    void forgets() {
        onceLine.remembers(_ -> Optional.empty());
    }

    /** @return the conversation of a message that was taken in and erased in one transaction */
    private long erased() {
        return transactions.execute(_ -> {
            inbox.accept(message);
            Outbox.Sent reply = outbox.latest(siti, 1).getFirst();
            long turn = reply.message().turn();
            erasure.erase(new MessageErasure.Words(reply.message().conversation(), Set.of(turn), turn, List.of()));
            return reply.message().conversation();
        });
    }

    private List<String> rows(String table) {
        return jdbc
                .sql("select to_jsonb(t)::text || coalesce(encode(%s, 'escape'), '') from %s t where t::text like :who"
                        .formatted(table.endsWith("inbound") ? "answer_body" : "null::bytea", table))
                .param("who", "%" + siti.value() + "%")
                .query(String.class)
                .list()
                .stream()
                .filter(row -> row.contains("rahasia"))
                .toList();
    }

    private void nothingIsLeft() {
        await().untilAsserted(() -> assertThat(rows("channels_outbound")).isEmpty());
        assertThat(rows("channels_inbound")).isEmpty();
        assertThat(outbox.latest(siti, 10)).isEmpty();
        assertThat(new String(inbox.accept(message).body())).doesNotContain("rahasia");
    }

    @Test
    void aResponseIsKeptUntilItWasHandedOver() {
        erased();

        assertThat(rows("channels_outbound")).hasSize(1);
        assertThat(new String(inbox.accept(message).body())).contains("rahasia");

        inbox.answered(message);
        nothingIsLeft();
    }

    @Test
    void aLostResponseIsSentAndIsNowhereThen() {
        onceLine.remembers(_ -> Optional.of(Map.of()));
        look();
        long conversation = erased();
        look();
        clock.advance(Duration.ofSeconds(31));
        await().until(() -> outbox.latest(siti, 1).getFirst().state() == Outbox.State.RETRY);
        clock.advance(Duration.ofSeconds(8));

        await().until(() -> outbox.latest(siti, 1).isEmpty());
        assertThat(onceLine.sentTo(conversation))
                .singleElement()
                .satisfies(
                        sent -> assertThat(((Block.Text) sent.message().blocks().getFirst()).text())
                                .contains("rahasia"));
        assertThat(rows("channels_outbound")).isEmpty();
    }

    @Test
    void anEditBringsNothingBack() {
        erased();
        inbox.answered(message);
        nothingIsLeft();

        arrivals.changed(new Arrival.Changed(
                accounts.connected("testonce").orElseThrow(),
                new MessageChanged(
                        "testonce",
                        "C-" + siti.value(),
                        clock.instant(),
                        siti,
                        message.externalId(),
                        Optional.of("rahasia lagi")),
                Turn.Mode.LATE));

        nothingIsLeft();
    }

    private void look() {
        undelivered.look(accounts.connected("testonce").orElseThrow(), clock.instant());
    }
}
