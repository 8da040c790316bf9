package id.pendopo.channels.gateway.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pendopo.channels.ChannelsTest;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** After a restore: what the desk may have sent since the backup was taken is asked for, not sent a second time. */
@ChannelsTest
class RestoredOutboxTests extends PushLineTest {

    private final ResponseDoubts doubts;

    RestoredOutboxTests(PushDesk desk, ResponseDoubts doubts) {
        super(desk);
        this.doubts = doubts;
    }

    @AfterEach
    void neverRestored() {
        jdbc.sql("delete from channels_restored").update();
    }

    @Test
    void whatWaitedAndWasSentMeanwhileIsNotSentAgain() {
        line.remembers(messages -> Optional.of(messages.stream()
                .collect(Collectors.toMap(
                        trial -> trial.message().id(),
                        trial -> "had" + trial.message().id()))));

        long id = waitedWhenTheBackupWasTaken(OutboundMessage.Author.AGENT);

        awaitState(id, Outbox.State.SENT);
        assertThat(column(id, "provider_id", String.class)).isEqualTo("had" + id);
        assertThat(sends(id)).isZero();
    }

    @Test
    void whatItsProviderDoesNotHaveIsSentOnceUnmarked() {
        line.remembers(_ -> Optional.of(Map.of()));

        long id = waitedWhenTheBackupWasTaken(OutboundMessage.Author.AGENT);
        await().until(() -> {
            clock.advance(Duration.ofSeconds(2));
            return state(id) == Outbox.State.SENT;
        });

        assertThat(sends(id)).isEqualTo(1);
        assertThat(possibleDuplicate(id)).isFalse();
    }

    @Test
    void whereNobodyCanBeAskedABotsAnswerIsMarkedAndAnAgentsIsLeftToAPerson() {
        long bot = waitedWhenTheBackupWasTaken(OutboundMessage.Author.BOT);
        awaitState(bot, Outbox.State.SENT);
        assertThat(possibleDuplicate(bot)).isTrue();

        long agent = waitedWhenTheBackupWasTaken(OutboundMessage.Author.AGENT);
        await().until(() -> !column(agent, "doubt_since is not null", Boolean.class));
        assertThat(state(agent)).isEqualTo(Outbox.State.UNKNOWN);
        assertThat(sends(agent)).isZero();
    }

    @Test
    void repliesToWhatCameBeforeTheRestoreAreAskedForAndLaterOnesSent() {
        line.remembers(messages -> Optional.of(messages.stream()
                .filter(trial -> trial.message().message().turn() == 1)
                .collect(Collectors.toMap(trial -> trial.message().id(), _ -> "had"))));
        Instant restored = clock.instant();
        jdbc.sql("insert into channels_restored (at) values (:at)")
                .param("at", restored.atOffset(ZoneOffset.UTC))
                .update();

        long before = lateReply(1, restored.minusSeconds(3600));
        awaitState(before, Outbox.State.SENT);
        long after = lateReply(2, restored.plusSeconds(1));
        awaitState(after, Outbox.State.SENT);

        assertThat(column(before, "provider_id", String.class)).isEqualTo("had");
        assertThat(sends(before)).isZero();
        assertThat(sends(after)).isEqualTo(1);
    }

    private long lateReply(long turn, Instant received) {
        return transactions.execute(_ -> {
            long id = outbox.queue(message(turn, OutboundMessage.Author.BOT));
            doubts.raiseIfRestored(new ResponseDoubts.Turn(conversation, turn, received), false);
            return id;
        });
    }

    private long waitedWhenTheBackupWasTaken(OutboundMessage.Author author) {
        return transactions.execute(_ -> {
            long id = outbox.queue(message(author.ordinal() + 1L, author));
            String now = "timestamptz '" + clock.instant() + "'";
            new ResponseDoubts.AfterRestore()
                    .repairs()
                    .forEach(repair -> jdbc.sql(repair.replace("now()", now)).update());
            return id;
        });
    }
}
