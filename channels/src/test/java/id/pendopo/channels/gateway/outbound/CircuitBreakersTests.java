package id.pendopo.channels.gateway.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pendopo.channels.Address;
import id.pendopo.channels.ChannelsTest;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.TestConversations;
import id.pendopo.channels.adapter.SendFailed;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A line rests whose provider fails, for everybody and not only for the message that failed. */
@ChannelsTest
class CircuitBreakersTests extends PushLineTest {

    private static final AtomicLong OTHERS = new AtomicLong(4_000_000);

    CircuitBreakersTests(PushDesk desk) {
        super(desk);
    }

    @Test
    void letsALineRestWhoseProviderFailsAndCountsNoTryMeanwhile() {
        line.provider(_ -> fail(SendFailed.Outcome.RETRY, "503"));
        for (int i = 0; i < 12; i++) {
            queue();
        }
        await().until(() -> breakers.resting().containsKey("testpush"));
        // The breaker learns of a failure a moment before it is written down.
        await().untilAsserted(() -> assertThat(
                        jdbc.sql("select count(*) from channels_outbound where account = 'testpush' and reason = '503'")
                                .query(Long.class)
                                .single())
                .isGreaterThanOrEqualTo(10));

        long rested = queue();
        awaitState(rested, Outbox.State.RETRY);
        assertThat(column(rested, "reason", String.class)).isEqualTo("paused");
        assertThat(column(rested, "attempts", Integer.class)).isZero();
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
        awaitState(queue(), Outbox.State.RETRY);
        line.provider(message -> Optional.of("p" + message.id()));

        queue();

        Instant until = breakers.resting().get("testpush");
        assertThat(Duration.between(clock.instant(), until)).isGreaterThan(Duration.ofSeconds(150));
        await().until(() -> jdbc.sql("""
                        select count(*) from channels_outbound
                         where account = 'testpush' and reason = 'paused'
                        """).query(Long.class).single() > 0);
    }

    /** What a provider refuses for one person alone: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this */
    @Test
    void letsOnlyTheConversationWaitThatIsLimited() {
        limited();
        line.provider(message -> Optional.of("p" + message.id()));

        awaitState(queue(), Outbox.State.SENT);
        assertThat(breakers.resting()).doesNotContainKey("testpush");

        limited();
        limited();
        assertThat(breakers.resting()).containsKey("testpush");
    }

    /** Some providers say whom they mean: one person, however many such there are, or the line, at the first time. */
    @Test
    void letsTheLineRestOnlyIfTheProviderMeansTheLine() {
        limited(SendFailed.Outcome.PERSON_LIMITED, Optional.of(Duration.ofMinutes(3)));
        limited(SendFailed.Outcome.PERSON_LIMITED, Optional.of(Duration.ofMinutes(3)));
        limited(SendFailed.Outcome.PERSON_LIMITED, Optional.of(Duration.ofMinutes(3)));
        assertThat(breakers.resting()).doesNotContainKey("testpush");

        limited(SendFailed.Outcome.LINE_LIMITED, Optional.empty());
        assertThat(breakers.resting()).containsKey("testpush");
    }

    /** A message that its provider does not take now, because there are too many. */
    private void limited() {
        limited(SendFailed.Outcome.LIMITED, Optional.of(Duration.ofMinutes(3)));
    }

    private void limited(SendFailed.Outcome outcome, Optional<Duration> retryAfter) {
        line.provider(_ -> {
            throw new SendFailed(outcome, "429", retryAfter);
        });
        awaitState(queue(), Outbox.State.RETRY);
    }

    private long queue() {
        Address somebody = new Address("testpush", "somebody-" + UUID.randomUUID());
        return transactions.execute(
                _ -> outbox.queue(TestConversations.reply(somebody, OTHERS.incrementAndGet(), 1, "halo")));
    }
}
