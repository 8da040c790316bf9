package id.pendopo.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@ChannelsTest
class CatchUpTests {

    private final CatchUp catchUp;
    private final TestLine onceLine;
    private final JdbcInbox inbox;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Doubts doubts;
    private final Accounts accounts;
    private final Outbox outbox;

    CatchUpTests(
            CatchUp catchUp,
            TestLine onceLine,
            JdbcInbox inbox,
            JdbcClient jdbc,
            Clock clock,
            Doubts doubts,
            Accounts accounts,
            Outbox outbox) {
        this.catchUp = catchUp;
        this.onceLine = onceLine;
        this.inbox = inbox;
        this.jdbc = jdbc;
        this.clock = clock;
        this.doubts = doubts;
        this.accounts = accounts;
        this.outbox = outbox;
    }

    @AfterEach
    void holdsNothing() {
        onceLine.holds(List.of());
    }

    @Test
    void takesInTheOthersWhenOneFails() {
        InboundMessage broken = message("\0" + UUID.randomUUID());
        InboundMessage sound = message(UUID.randomUUID().toString());
        onceLine.holds(List.of(broken, sound));

        catchUp.run();

        assertThat(inbox.find("testonce", sound.externalId()))
                .get()
                .extracting(InboundRow::state)
                .isEqualTo("DONE");
        assertThat(caughtAt()).contains(broken.at());
    }

    @Test
    void asksAgainFromTheSameTimeWhenTheListHadMore() {
        onceLine.holds(List.of());
        catchUp.run();
        Optional<Instant> before = caughtAt();
        InboundMessage message = message(UUID.randomUUID().toString());
        onceLine.holdsMoreThan(List.of(message));

        catchUp.run();

        assertThat(inbox.find("testonce", message.externalId())).isPresent();
        assertThat(caughtAt()).isEqualTo(before).isPresent();
    }

    @Test
    void sendsTheRepliesOfATurnWhoseCommitDidNotTellOnce() {
        InboundMessage message = message(UUID.randomUUID().toString());
        inbox.accept(message);
        doubts.note(accounts.line("testonce").orElseThrow(), List.of(message));

        catchUp.run();
        await().until(() -> outbox.latest(message.from(), 10).stream()
                .anyMatch(sent ->
                        sent.state() == Outbox.State.SENT && sent.reason().isEmpty()));
        doubts.note(accounts.line("testonce").orElseThrow(), List.of(message));
        catchUp.run();

        List<Outbox.Sent> replies = outbox.latest(message.from(), 10);
        assertThat(replies).extracting(Outbox.Sent::state).containsOnly(Outbox.State.SENT);
        assertThat(onceLine.sentTo(replies.getFirst().message().conversation())).hasSameSizeAs(replies);
    }

    private Optional<Instant> caughtAt() {
        return jdbc.sql("select caught_at from channels_catch_up where account = 'testonce'")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    private InboundMessage message(String id) {
        Instant minuteAgo = Instant.ofEpochSecond(clock.instant().getEpochSecond() - 60);
        return InboundMessage.text(
                "testonce", id, minuteAgo, "test-once", new Address("testonce", "siti-" + UUID.randomUUID()), "halo");
    }
}
