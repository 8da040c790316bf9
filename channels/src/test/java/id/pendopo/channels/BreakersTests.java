package id.pendopo.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A line rests whose provider fails, for everybody and not only for the message that failed. */
@ChannelsTest
class BreakersTests {

    private static final AtomicLong CONVERSATIONS = new AtomicLong(4_000_000);

    private final Outbox outbox;
    private final TestLine line;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Breakers breakers;

    BreakersTests(
            Outbox outbox,
            @Qualifier("pushLine") TestLine line,
            TestClock clock,
            JdbcClient jdbc,
            TransactionOperations transactions,
            Breakers breakers) {
        this.outbox = outbox;
        this.line = line;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.breakers = breakers;
    }

    @AfterEach
    void everybodyIsServedAgain() {
        line.provider(message -> Optional.of("p" + message.id()));
        breakers.mended("testpush");
    }

    @Test
    void letsALineRestWhoseProviderFailsAndCountsNoTryMeanwhile() {
        line.provider(_ -> fail("503"));
        for (int i = 0; i < 12; i++) {
            queue();
        }
        await().until(() -> breakers.resting().containsKey("testpush"));
        long before = jdbc.sql("select count(*) from channels_outbound where account = 'testpush' and reason = '503'")
                .query(Long.class)
                .single();

        long rested = queue();
        awaitState(rested, "RETRY");
        assertThat(column(rested, "reason", String.class)).isEqualTo("paused");
        assertThat(column(rested, "attempts", Integer.class)).isZero();
        assertThat(before).isGreaterThanOrEqualTo(10);
        line.provider(message -> Optional.of("p" + message.id()));

        clock.advance(Duration.ofSeconds(40));
        await().until(() -> {
            clock.advance(Duration.ofSeconds(2));
            return column(rested, "state", String.class).equals("SENT");
        });
    }

    @Test
    void restsAsLongAsTheProviderAsksOnTheWholeLine() {
        line.provider(_ -> {
            throw new SendFailed(SendFailed.Outcome.RETRY, "429", Optional.of(Duration.ofMinutes(3)));
        });
        awaitState(queue(), "RETRY");
        line.provider(message -> Optional.of("p" + message.id()));

        queue();

        Instant until = breakers.resting().get("testpush");
        assertThat(Duration.between(clock.instant(), until)).isGreaterThan(Duration.ofSeconds(150));
        await().until(() -> jdbc.sql("""
                        select count(*) from channels_outbound
                         where account = 'testpush' and reason = 'paused'
                        """).query(Long.class).single() > 0);
    }

    private static Optional<String> fail(String code) throws SendFailed {
        throw new SendFailed(SendFailed.Outcome.RETRY, code, Optional.empty());
    }

    private long queue() {
        Address somebody = new Address("testpush", "somebody-" + UUID.randomUUID());
        return transactions.execute(
                _ -> outbox.queue(TestConversations.reply(somebody, CONVERSATIONS.incrementAndGet(), 1, "halo")));
    }

    private <T> T column(long id, String column, Class<T> type) {
        return jdbc.sql("select " + column + " from channels_outbound where id = :id")
                .param("id", id)
                .query(type)
                .single();
    }

    private void awaitState(long id, String state) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> column(id, "state", String.class).equals(state));
    }
}
