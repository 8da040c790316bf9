package id.pendopo.channels.gateway.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pendopo.channels.Address;
import id.pendopo.channels.ChannelsTestApplication;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.TestClock;
import id.pendopo.channels.TestConversations;
import id.pendopo.channels.TestDatabase;
import id.pendopo.channels.TestLine;
import id.pendopo.channels.adapter.SendFailed;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The clock jumps: nothing is lost, nothing is sent twice, nothing waits until the clock has caught up. */
class ClockTests {

    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void goesOnWhereverTheClockJumps() throws Exception {
        try (ConfigurableApplicationContext desk = new SpringApplicationBuilder(ChannelsTestApplication.class)
                .run("--server.port=0", "--spring.main.banner-mode=off", "--test.database=" + TestDatabase.fresh())) {
            TestClock clock = desk.getBean(TestClock.class);
            TestLine line = desk.getBean("pushLine", TestLine.class);

            long waiting = retrying(desk, line, 1);
            clock.advance(DAY.negated());
            line.provider(message -> Optional.of("p" + message.id()));
            awaitSent(desk, waiting);

            clock.advance(DAY);
            awaitSent(desk, queue(desk, 2));
            clock.advance(DAY.negated());
            awaitSent(desk, queue(desk, 3));

            assertThat(line.sentTo(1)).hasSize(2);
            assertThat(line.sentTo(2)).hasSize(1);
            assertThat(line.sentTo(3)).hasSize(1);
        }
    }

    @Test
    void doesNotSendTwiceWhatIsBeingSentWhenTheClockJumpsForward() throws Exception {
        try (ConfigurableApplicationContext desk = new SpringApplicationBuilder(ChannelsTestApplication.class)
                .run("--server.port=0", "--spring.main.banner-mode=off", "--test.database=" + TestDatabase.fresh())) {
            TestLine line = desk.getBean("pushLine", TestLine.class);
            line.remembers(messages -> Optional.of(Map.of()));
            CountDownLatch answered = new CountDownLatch(1);
            line.provider(message -> {
                try {
                    answered.await(30, TimeUnit.SECONDS);
                } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                }
                return Optional.of("p" + message.id());
            });
            long id = queue(desk, 1);
            await().until(() -> state(desk, id).equals("SENDING"));

            desk.getBean(TestClock.class).advance(Duration.ofMinutes(2));
            TimeUnit.SECONDS.sleep(3);
            answered.countDown();

            awaitSent(desk, id);
            assertThat(line.sentTo(1)).hasSize(1);
        }
    }

    private static long retrying(ConfigurableApplicationContext desk, TestLine line, long conversation) {
        line.provider(_ -> {
            throw new SendFailed(SendFailed.Outcome.RETRY, "busy", Optional.empty());
        });
        long id = queue(desk, conversation);
        await().until(() -> state(desk, id).equals("RETRY"));
        return id;
    }

    private static long queue(ConfigurableApplicationContext desk, long conversation) {
        Address siti = new Address("testpush", "siti-" + UUID.randomUUID());
        return desk.getBean(TransactionOperations.class)
                .execute(_ -> desk.getBean(Outbox.class).queue(TestConversations.reply(siti, conversation, 1, "halo")));
    }

    private static void awaitSent(ConfigurableApplicationContext desk, long id) {
        await().atMost(Duration.ofSeconds(20)).until(() -> state(desk, id).equals("SENT"));
    }

    private static String state(ConfigurableApplicationContext desk, long id) {
        return desk.getBean(JdbcClient.class)
                .sql("select state from channels_outbound where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }
}
