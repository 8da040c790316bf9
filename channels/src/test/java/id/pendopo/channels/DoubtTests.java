package id.pendopo.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Messages of which nobody knows whether they arrived: the provider is asked first, and only then is there a policy. */
@ChannelsTest
class DoubtTests {

    private static final AtomicLong CONVERSATIONS = new AtomicLong(3_000_000);

    private final Outbox outbox;
    private final TestLine line;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Breakers breakers;
    private final long conversation = CONVERSATIONS.incrementAndGet();
    private final Address siti = new Address("testpush", "siti-" + UUID.randomUUID());

    DoubtTests(
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
        line.remembers(_ -> Optional.empty());
        breakers.mended("testpush");
    }

    @Test
    void sendsABotsAnswerOnceMoreWhenItsProviderCannotKnowAndThenLeavesItToAPerson() {
        line.provider(DoubtTests::silent);
        long id = queue(OutboundMessage.Author.BOT, 1);
        awaitDoubt(id);

        clock.advance(Duration.ofSeconds(6));
        await().until(() -> sends(id) == 2);
        assertThat(possibleDuplicate(id)).isTrue();
        awaitDoubt(id);
        clock.advance(Duration.ofSeconds(6));

        await().until(() -> state(id) == Outbox.State.UNKNOWN && !doubted(id));
        assertThat(sends(id)).isEqualTo(2);
    }

    @Test
    void neverSendsAnAgentsReplyTwiceByItself() {
        line.provider(DoubtTests::silent);
        long id = queue(OutboundMessage.Author.AGENT, 1);
        awaitDoubt(id);
        clock.advance(Duration.ofSeconds(6));
        await().until(() -> !doubted(id));

        clock.advance(Duration.ofMinutes(5));
        line.provider(message -> Optional.of("p" + message.id()));
        long next = queue(OutboundMessage.Author.AGENT, 2);

        awaitState(next, Outbox.State.SENT);
        assertThat(state(id)).isEqualTo(Outbox.State.UNKNOWN);
        assertThat(sends(id)).isEqualTo(1);
    }

    @Test
    void believesTheProviderThatHasIt() {
        line.provider(DoubtTests::silent);
        line.remembers(
                messages -> Optional.of(Map.of(messages.getLast().message().id(), "found")));
        long id = queue(OutboundMessage.Author.AGENT, 1);
        awaitDoubt(id);

        clock.advance(Duration.ofSeconds(6));

        awaitState(id, Outbox.State.SENT);
        assertThat(providerId(id)).isEqualTo("found");
        assertThat(possibleDuplicate(id)).isFalse();
        assertThat(sends(id)).isEqualTo(1);
    }

    @Test
    void sendsAgainWhatTheProviderDoesNotHaveEvenAnAgentsReplyAndHoldsTheOthersBack() {
        line.provider(DoubtTests::silent);
        line.remembers(_ -> Optional.of(Map.of()));
        long id = queue(OutboundMessage.Author.AGENT, 1);
        awaitDoubt(id);
        long next = queue(OutboundMessage.Author.AGENT, 2);
        line.provider(message -> Optional.of("p" + message.id()));

        clock.advance(Duration.ofSeconds(6));
        await().until(() -> "unseen".equals(row(id).reason().orElse("")));
        assertThat(sends(id)).as("a list lags; not believed yet").isEqualTo(1);
        assertThat(state(next)).isEqualTo(Outbox.State.PENDING);
        clock.advance(Duration.ofSeconds(30));
        await().until(() -> state(id) == Outbox.State.RETRY);
        clock.advance(Duration.ofSeconds(8));

        awaitState(next, Outbox.State.SENT);
        assertThat(state(id)).isEqualTo(Outbox.State.SENT);
        assertThat(possibleDuplicate(id)).isFalse();
        assertThat(line.sentTo(conversation).stream().map(ChannelAdapter.Rendered::id))
                .containsExactly(id, id, next);
    }

    @Test
    void asksAProviderThatDoesNotAnswerForTenMinutes() {
        line.provider(DoubtTests::silent);
        line.remembers(_ -> {
            throw new SendFailed(SendFailed.Outcome.RETRY, "503", Optional.empty());
        });
        long id = queue(OutboundMessage.Author.AGENT, 1);
        awaitDoubt(id);

        clock.advance(Duration.ofSeconds(6));
        await().until(() -> "503".equals(row(id).reason().orElse("")));
        assertThat(doubted(id)).isTrue();
        clock.advance(Duration.ofMinutes(11));

        await().until(() -> !doubted(id));
        assertThat(state(id)).isEqualTo(Outbox.State.UNKNOWN);
        assertThat(sends(id)).isEqualTo(1);
    }

    @Test
    void asksForWhatAWorkerLeftThatDied() {
        line.remembers(messages -> Optional.of(messages.stream()
                .filter(trial -> trial.message().message().author() == OutboundMessage.Author.BOT)
                .collect(java.util.stream.Collectors.toMap(
                        trial -> trial.message().id(),
                        trial -> "had" + trial.message().id()))));
        long bot = left(OutboundMessage.Author.BOT, 1);
        long agent = left(OutboundMessage.Author.AGENT, 2);

        awaitState(bot, Outbox.State.SENT);
        await().until(() -> state(agent) == Outbox.State.RETRY);
        clock.advance(Duration.ofSeconds(8));
        awaitState(agent, Outbox.State.SENT);
        assertThat(providerId(bot)).isEqualTo("had" + bot);
        assertThat(sends(bot)).isZero();
        assertThat(sends(agent)).isEqualTo(1);
    }

    @Test
    void letsAPersonSendAgainWhatWasOvertaken() {
        line.provider(message -> message.message().turn() == 1 ? fail("busy") : Optional.of("p" + message.id()));
        long late = queue(OutboundMessage.Author.AGENT, 1);
        awaitState(late, Outbox.State.RETRY);
        clock.advance(Duration.ofMinutes(11));
        long next = queue(OutboundMessage.Author.AGENT, 2);
        awaitState(next, Outbox.State.SENT);
        awaitState(late, Outbox.State.FAILED);
        assertThat(row(late).reason()).contains("late");
        line.provider(message -> Optional.of("p" + message.id()));

        assertThat(outbox.retry(late)).isTrue();

        awaitState(late, Outbox.State.SENT);
    }

    private static Optional<String> silent(ChannelAdapter.Rendered message) throws SendFailed {
        throw new SendFailed(SendFailed.Outcome.UNKNOWN, "timeout", Optional.empty());
    }

    private static Optional<String> fail(String code) throws SendFailed {
        throw new SendFailed(SendFailed.Outcome.RETRY, code, Optional.empty());
    }

    private OutboundMessage message(Address to, long conversation, long turn, OutboundMessage.Author author) {
        return new OutboundMessage(
                to,
                conversation,
                turn,
                0,
                author,
                Locale.of("id"),
                List.of(Block.Text.of("pesan " + turn)),
                Optional.empty());
    }

    private long queue(OutboundMessage.Author author, long turn) {
        return transactions.execute(_ -> outbox.queue(message(siti, conversation, turn, author)));
    }

    /** As a worker leaves it that was killed while it sent. */
    private long left(OutboundMessage.Author author, long turn) {
        return transactions.execute(_ -> {
            long id = outbox.queue(message(siti, conversation, turn, author));
            jdbc.sql("""
                    update channels_outbound
                       set state = 'SENDING', attempts = 1, changed_at = created_at - interval '61 s'
                     where id = :id
                    """).param("id", id).update();
            jdbc.sql(
                            "update channels_lane set lease_until = due_at - interval '1 s' where conversation = :conversation")
                    .param("conversation", conversation)
                    .update();
            return id;
        });
    }

    private long sends(long id) {
        return line.sentTo(conversation).stream()
                .filter(sent -> sent.id() == id)
                .count();
    }

    private Outbox.Sent row(long id) {
        return outbox.sent(conversation).stream()
                .filter(sent -> sent.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private Outbox.State state(long id) {
        return row(id).state();
    }

    private boolean possibleDuplicate(long id) {
        return column(id, "possible_duplicate", Boolean.class);
    }

    private boolean doubted(long id) {
        return column(id, "doubt_since is not null", Boolean.class);
    }

    private String providerId(long id) {
        return column(id, "provider_id", String.class);
    }

    private <T> T column(long id, String column, Class<T> type) {
        return jdbc.sql("select " + column + " from channels_outbound where id = :id")
                .param("id", id)
                .query(type)
                .single();
    }

    private void awaitState(long id, Outbox.State state) {
        await().atMost(Duration.ofSeconds(20)).until(() -> state(id) == state);
    }

    private void awaitDoubt(long id) {
        await().atMost(Duration.ofSeconds(20)).until(() -> state(id) == Outbox.State.UNKNOWN && doubted(id));
    }
}
