package id.pendopo.channels.gateway.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.pendopo.channels.ChannelsTest;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.SendFailed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;

/** What goes out, in which order, and what becomes of it. */
@ChannelsTest
class OutboxTests extends PushLineTest {

    private final Dispatcher dispatches;

    OutboxTests(PushDesk desk, Dispatcher dispatches) {
        super(desk);
        this.dispatches = dispatches;
    }

    @Test
    void sendsAfterTheCommitInTurnOrder() {
        List<Long> ids = queue(20, OutboundMessage.Author.BOT);

        ids.forEach(id -> awaitState(id, Outbox.State.SENT));
        assertThat(turnsSent())
                .isEqualTo(IntStream.rangeClosed(1, 20).mapToObj(Long::valueOf).toList());
    }

    @Test
    void queuesOnlyWithinATransaction() {
        assertThatThrownBy(() -> outbox.queue(message(1, OutboundMessage.Author.BOT)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void sendsNothingThatWasRolledBack() {
        transactions.executeWithoutResult(status -> {
            outbox.queue(message(1, OutboundMessage.Author.BOT));
            status.setRollbackOnly();
        });
        long next = queue(OutboundMessage.Author.BOT, 2);

        awaitState(next, Outbox.State.SENT);
        assertThat(turnsSent()).containsExactly(2L);
    }

    @Test
    void triesAgainAfterAWhileAndKeepsTheOrder() {
        AtomicInteger tries = new AtomicInteger();
        line.provider(
                message -> tries.incrementAndGet() == 1 ? fail(SendFailed.Outcome.RETRY, "busy") : Optional.of("p"));
        List<Long> ids = queue(2, OutboundMessage.Author.BOT);

        awaitState(ids.getFirst(), Outbox.State.RETRY);
        assertThat(state(ids.getLast())).isEqualTo(Outbox.State.PENDING);
        clock.advance(Duration.ofSeconds(8));
        awaitState(ids.getLast(), Outbox.State.SENT);

        assertThat(state(ids.getFirst())).isEqualTo(Outbox.State.SENT);
        assertThat(turnsSent()).containsExactly(1L, 1L, 2L);
    }

    @Test
    void waitsAsLongAsTheProviderAsks() {
        line.provider(_ -> {
            throw new SendFailed(SendFailed.Outcome.RETRY, "429", Optional.of(Duration.ofMinutes(3)));
        });
        long id = queue(OutboundMessage.Author.BOT, 1);

        awaitState(id, Outbox.State.RETRY);
        Instant due = jdbc.sql("select due_at from channels_outbound where id = :id")
                .param("id", id)
                .query((row, _) ->
                        row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                .single();
        assertThat(Duration.between(clock.instant(), due)).isGreaterThan(Duration.ofSeconds(150));
    }

    @Test
    void letsLaterMessagesPassAHeadThatFailedForTenMinutes() {
        line.provider(message -> message.message().turn() == 1
                ? fail(SendFailed.Outcome.RETRY, "busy")
                : Optional.of("p" + message.id()));
        List<Long> ids = queue(2, OutboundMessage.Author.BOT);
        awaitState(ids.getFirst(), Outbox.State.RETRY);

        clock.advance(Duration.ofMinutes(9));
        await().until(() -> sends(ids.getFirst()) >= 2);
        assertThat(state(ids.getLast())).isEqualTo(Outbox.State.PENDING);
        clock.advance(Duration.ofMinutes(2));

        awaitState(ids.getLast(), Outbox.State.SENT);
        assertThat(state(ids.getFirst())).isEqualTo(Outbox.State.FAILED);
        assertThat(row(ids.getFirst()).reason()).contains("late");
    }

    @Test
    void givesUpAfterADay() {
        line.provider(_ -> fail(SendFailed.Outcome.RETRY, "busy"));
        long id = queue(OutboundMessage.Author.BOT, 1);
        awaitState(id, Outbox.State.RETRY);

        clock.advance(Duration.ofHours(25));

        awaitState(id, Outbox.State.FAILED);
        assertThat(row(id).reason()).contains("busy");
    }

    @Test
    void failsAtOnceWhatTheProviderWillNeverTake() {
        line.provider(_ -> fail(SendFailed.Outcome.PERMANENT, "21211"));
        long id = queue(OutboundMessage.Author.AGENT, 1);

        awaitState(id, Outbox.State.FAILED);
        assertThat(row(id).reason()).contains("21211");
    }

    @Test
    void failsWhatBreaksTheAdapterAndServesTheNext() {
        line.provider(message -> {
            if (message.message().turn() == 1) {
                throw new IllegalArgumentException("a mistake of ours");
            }
            return Optional.of("p" + message.id());
        });
        List<Long> ids = queue(2, OutboundMessage.Author.BOT);

        awaitState(ids.getLast(), Outbox.State.SENT);
        assertThat(state(ids.getFirst())).isEqualTo(Outbox.State.FAILED);
        assertThat(row(ids.getFirst()).reason()).contains("IllegalArgumentException");
    }

    @Test
    void leavesAMessageToItsNewHolderOnceTheClaimIsLost() {
        CountDownLatch answered = new CountDownLatch(1);
        line.provider(message -> taken(message, answered));
        long id = queue(OutboundMessage.Author.AGENT, 1);
        awaitState(id, Outbox.State.SENDING);

        dispatches.retry(dispatches.judge(
                new Undelivered(lost(id), new SendFailed(SendFailed.Outcome.RETRY, "busy", Optional.empty()))));

        assertThat(state(id)).isEqualTo(Outbox.State.SENDING);
        answered.countDown();
        awaitState(id, Outbox.State.SENT);
        assertThat(sends(id)).isEqualTo(1);
    }

    @Test
    void believesALateAcceptanceMoreThanALaterFailure() {
        line.provider(message -> {
            throw new SendFailed(SendFailed.Outcome.RETRY, "busy", Optional.of(Duration.ofHours(1)));
        });
        long id = queue(OutboundMessage.Author.AGENT, 1);
        awaitState(id, Outbox.State.RETRY);

        dispatches.accepted(new Accepted(lost(id), Optional.of("late-" + id)));

        assertThat(state(id)).isEqualTo(Outbox.State.SENT);
    }

    /** The claim of a worker that another one has outlived. */
    private Dispatch lost(long id) {
        return new Dispatch(
                new Claim(conversation, -1, clock.instant()),
                id,
                row(id).message(),
                1,
                false,
                Optional.empty(),
                clock.instant(),
                Optional.empty(),
                Dispatch.Passage.FREE,
                Optional.empty());
    }

    private static Optional<String> taken(ChannelAdapter.Rendered message, CountDownLatch answered) {
        try {
            assertThat(answered.await(30, TimeUnit.SECONDS)).isTrue();
            return Optional.of("p" + message.id());
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    private List<Long> queue(int messages, OutboundMessage.Author author) {
        return transactions.execute(_ -> IntStream.rangeClosed(1, messages)
                .mapToObj(turn -> outbox.queue(message(turn, author)))
                .toList());
    }

    private List<Long> turnsSent() {
        return line.sentTo(conversation).stream()
                .map(sent -> sent.message().turn())
                .toList();
    }
}
