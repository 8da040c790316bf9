package id.pendopo.channels.gateway.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pendopo.channels.ChannelsTest;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.SendFailed;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Messages of which nobody knows whether they arrived: the provider is asked first, and only then is there a policy. */
@ChannelsTest
class DoubtTests extends PushLineTest {

    DoubtTests(PushDesk desk) {
        super(desk);
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
        line.provider(message -> message.message().turn() == 1
                ? fail(SendFailed.Outcome.RETRY, "busy")
                : Optional.of("p" + message.id()));
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

    /** Equal texts are told apart by all that went to the person, however much it was. */
    @Test
    void showsTheProviderTheMessageInDoubtHoweverManyWentBeforeIt() {
        AtomicInteger shown = new AtomicInteger();
        line.remembers(messages -> {
            shown.set(messages.size());
            return Optional.of(Map.of(messages.getLast().message().id(), "found"));
        });
        long first = queue(OutboundMessage.Author.BOT, 1);
        awaitState(first, Outbox.State.SENT);
        jdbc.sql("""
                insert into channels_outbound (account, conversation, turn, part, author, language, state, created_at,
                                               changed_at, due_at, address, blocks)
                select account, conversation, 1, many.part, author, language, state, created_at, changed_at, due_at, address, blocks
                  from channels_outbound, generate_series(1, 400) as many (part) where id = :id
                """).param("id", first).update();
        line.provider(DoubtTests::silent);
        long id = queue(OutboundMessage.Author.BOT, 2);
        awaitDoubt(id);

        clock.advance(Duration.ofSeconds(6));

        awaitState(id, Outbox.State.SENT);
        assertThat(providerId(id)).isEqualTo("found");
        assertThat(shown).hasValue(402);
        assertThat(sends(id)).isEqualTo(1);
    }

    /** As in a conversation of hundreds, behind a provider that is slow. */
    @Test
    void showsTheProviderAMessageThatWaitedLongBeforeItWasSent() {
        line.provider(_ -> {
            throw new SendFailed(SendFailed.Outcome.LIMITED, "429", Optional.of(Duration.ofMinutes(12)));
        });
        line.remembers(messages -> messages.isEmpty()
                ? Optional.of(Map.of())
                : Optional.of(Map.of(messages.getLast().message().id(), "found")));
        long id = queue(OutboundMessage.Author.BOT, 1);
        awaitState(id, Outbox.State.RETRY);
        line.provider(DoubtTests::silent);
        clock.advance(Duration.ofMinutes(15));
        awaitDoubt(id);

        clock.advance(Duration.ofSeconds(40));

        awaitState(id, Outbox.State.SENT);
        assertThat(providerId(id)).isEqualTo("found");
        assertThat(sends(id)).isEqualTo(2);
    }

    private static Optional<String> silent(ChannelAdapter.Rendered message) throws SendFailed {
        throw new SendFailed(SendFailed.Outcome.UNKNOWN, "timeout", Optional.empty());
    }

    /** As a worker leaves it that was killed while it sent. */
    private long left(OutboundMessage.Author author, long turn) {
        return transactions.execute(_ -> {
            long id = outbox.queue(message(turn, author));
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

    private boolean doubted(long id) {
        return column(id, "doubt_since is not null", Boolean.class);
    }

    private String providerId(long id) {
        return column(id, "provider_id", String.class);
    }

    private void awaitDoubt(long id) {
        await().atMost(Duration.ofSeconds(20)).until(() -> state(id) == Outbox.State.UNKNOWN && doubted(id));
    }
}
