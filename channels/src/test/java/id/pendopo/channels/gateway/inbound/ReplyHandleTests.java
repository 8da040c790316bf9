package id.pendopo.channels.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pendopo.channels.Address;
import id.pendopo.channels.ChannelsTest;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.InboundMessage.ReplyHandle;
import id.pendopo.channels.Inbox;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.TestClock;
import id.pendopo.channels.TestConversations;
import id.pendopo.channels.TestLine;
import id.pendopo.channels.adapter.ChannelAdapter.Rendered;
import id.pendopo.channels.adapter.SendFailed;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a provider gives to answer a message by: handed out once, and only while it lives. */
@ChannelsTest
class ReplyHandleTests {

    private final Inbox inbox;
    private final TestLine line;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final ErasedMessages messages;
    private final Outbox outbox;
    private final TestConversations conversations;
    private final Address siti = new Address("testpush", "siti-" + UUID.randomUUID());
    private final String id = UUID.randomUUID().toString();

    ReplyHandleTests(
            Inbox inbox,
            @Qualifier("pushLine") TestLine line,
            TestClock clock,
            JdbcClient jdbc,
            ErasedMessages messages,
            Outbox outbox,
            TestConversations conversations) {
        this.inbox = inbox;
        this.line = line;
        this.clock = clock;
        this.jdbc = jdbc;
        this.messages = messages;
        this.outbox = outbox;
        this.conversations = conversations;
    }

    @AfterEach
    void everybodyIsServedAgain() {
        line.provider(message -> Optional.of("p" + message.id()));
    }

    @Test
    void goesWithTheReplyOfItsTurnAndIsForgotten() {
        ReplyHandle handle = lasting(Duration.ofMinutes(1));
        say("halo", handle);

        await().until(() -> sent().size() == 1);
        assertThat(sent().getFirst().replyHandle().map(ReplyHandle::token)).contains(handle.token());
        assertThat(kept()).isZero();
    }

    @Test
    void isNotHandedOutToASecondTry() {
        AtomicInteger tries = new AtomicInteger();
        line.provider(message -> {
            if (tries.incrementAndGet() == 1) {
                throw new SendFailed(SendFailed.Outcome.RETRY, "busy", Optional.empty());
            }
            return Optional.of("p");
        });
        say("halo", lasting(Duration.ofHours(1)));
        await().until(() -> sent().size() == 1);

        await().until(() -> {
            clock.advance(Duration.ofSeconds(8));
            return sent().size() == 2;
        });

        assertThat(sent().getFirst().replyHandle()).isPresent();
        assertThat(sent().getLast().replyHandle()).isEmpty();
    }

    @Test
    void isNotHandedOutAfterItsEnd() {
        say("halo", lasting(Duration.ofSeconds(-1)));

        await().until(() -> sent().size() == 1);
        assertThat(sent().getFirst().replyHandle()).isEmpty();
        assertThat(kept()).isZero();
    }

    @Test
    void isForgottenAfterItsEndWhenNobodyAnswered() {
        say("diam", lasting(Duration.ofMinutes(1)));
        assertThat(kept()).isEqualTo(1);
        messages.overdue();
        assertThat(kept()).isEqualTo(1);

        clock.advance(Duration.ofMinutes(2));
        messages.overdue();

        assertThat(kept()).isZero();
    }

    @Test
    void whatLastsGoesWithEveryLaterMessageAsWell() {
        ReplyHandle thread = new ReplyHandle(
                "thread-" + id, clock.instant().plus(Duration.ofDays(300)).truncatedTo(ChronoUnit.MILLIS), true);
        say("halo", thread);
        await().until(() -> sent().size() == 1);

        conversations.agentWrites(outbox, siti, "Sudah diperbaiki.");

        await().until(() -> sent().size() == 2);
        assertThat(sent())
                .extracting(message -> message.replyHandle().orElseThrow())
                .containsOnly(thread);
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void oneThatIsGoodForOnceServesNoLaterMessage() {
        say("diam", lasting(Duration.ofHours(1)));

        conversations.agentWrites(outbox, siti, "Sudah diperbaiki.");

        await().until(() -> sent().size() == 1);
        assertThat(sent().getFirst().replyHandle()).isEmpty();
    }

    private ReplyHandle lasting(Duration time) {
        return new ReplyHandle("token-" + id, clock.instant().plus(time));
    }

    private void say(String text, ReplyHandle handle) {
        inbox.accept(InboundMessage.text("testpush", id, clock.instant(), "test-push", siti, text)
                .with(handle));
    }

    private List<Rendered> sent() {
        return jdbc.sql("select conversation from channels_inbound where external_id = :id")
                .param("id", id)
                .query(Long.class)
                .optional()
                .map(line::sentTo)
                .orElse(List.of());
    }

    private int kept() {
        return jdbc.sql("select count(reply_token) from channels_inbound where external_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }
}
