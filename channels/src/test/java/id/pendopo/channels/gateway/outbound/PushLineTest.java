package id.pendopo.channels.gateway.outbound;

import static org.awaitility.Awaitility.await;

import id.pendopo.channels.Address;
import id.pendopo.channels.Block;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.TestClock;
import id.pendopo.channels.TestLine;
import id.pendopo.channels.adapter.SendFailed;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A test that writes to one person by the line which sends by a worker. */
abstract class PushLineTest {

    private static final AtomicLong CONVERSATIONS = new AtomicLong(1_000_000);

    final Outbox outbox;
    final TestLine line;
    final TestClock clock;
    final JdbcClient jdbc;
    final TransactionOperations transactions;
    final CircuitBreakers breakers;
    final long conversation = CONVERSATIONS.incrementAndGet();
    final Address siti = new Address("testpush", "siti-" + UUID.randomUUID());

    PushLineTest(PushDesk desk) {
        this.outbox = desk.outbox();
        this.line = desk.line();
        this.clock = desk.clock();
        this.jdbc = desk.jdbc();
        this.transactions = desk.transactions();
        this.breakers = desk.breakers();
    }

    /** What other tests left would be tried again as soon as the clock moves, and its failures would have the line rest. */
    @AfterEach
    void nothingIsLeft() {
        jdbc.sql("delete from channels_lane").update();
        jdbc.sql("""
                update channels_outbound set state = 'FAILED', doubt_since = null
                 where state in ('PENDING', 'SENDING', 'RETRY') or doubt_since is not null
                """).update();
        line.provider(message -> Optional.of("p" + message.id()));
        line.remembers(_ -> Optional.empty());
        breakers.mended("testpush");
    }

    static Optional<String> fail(SendFailed.Outcome outcome, String code) throws SendFailed {
        throw new SendFailed(outcome, code, Optional.empty());
    }

    OutboundMessage message(long turn, OutboundMessage.Author author) {
        return new OutboundMessage(
                siti,
                conversation,
                turn,
                0,
                author,
                Locale.of("id"),
                List.of(Block.Text.of("pesan " + turn)),
                Optional.empty());
    }

    long queue(OutboundMessage.Author author, long turn) {
        return transactions.execute(_ -> outbox.queue(message(turn, author)));
    }

    long sends(long id) {
        return line.sentTo(conversation).stream()
                .filter(sent -> sent.id() == id)
                .count();
    }

    Outbox.Sent row(long id) {
        return outbox.sent(conversation).stream()
                .filter(sent -> sent.id() == id)
                .findFirst()
                .orElseThrow();
    }

    Outbox.State state(long id) {
        return row(id).state();
    }

    boolean possibleDuplicate(long id) {
        return column(id, "possible_duplicate", Boolean.class);
    }

    <T> T column(long id, String column, Class<T> type) {
        return jdbc.sql("select " + column + " from channels_outbound where id = :id")
                .param("id", id)
                .query(type)
                .single();
    }

    void awaitState(long id, Outbox.State state) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> column(id, "state", String.class).equals(state.name()));
    }
}
