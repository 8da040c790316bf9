package id.pendopo.channels.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.pendopo.channels.Address;
import id.pendopo.channels.ChannelsTestApplication;
import id.pendopo.channels.Limits;
import id.pendopo.channels.LiveEvents;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.RedisServer;
import id.pendopo.channels.TestConversations;
import id.pendopo.channels.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionOperations;

/** Two nodes on one database, and the Redis between them killed in the middle. */
class TwoNodesTests {

    private static final Duration WITH_REDIS = Duration.ofSeconds(1);
    private static final Duration WITHOUT_REDIS = Duration.ofSeconds(3);

    private final Address siti = new Address("testpush", "siti-" + UUID.randomUUID());

    @Test
    void hearFromEachOtherWithRedisAndWithoutAndLoseNothing() throws Exception {
        Path binary = redisOrSkip();
        String database = TestDatabase.fresh();
        try (RedisServer redis = RedisServer.start(binary);
                ConfigurableApplicationContext here = node(database, redis);
                ConfigurableApplicationContext there = node(database, redis)) {
            AtomicInteger heard = new AtomicInteger();
            AtomicInteger heardOfRedisAlone = new AtomicInteger();
            LiveEvents live = there.getBean(LiveEvents.class);
            live.subscribe(LiveEvents.topic(siti), heard::incrementAndGet);
            live.subscribe("test/redis", heardOfRedisAlone::incrementAndGet);
            awaitRedis(here, heardOfRedisAlone);

            hears(
                    heardOfRedisAlone,
                    WITH_REDIS,
                    () -> here.getBean(LiveEvents.class).changed("test/redis"));
            hears(heard, WITH_REDIS, () -> say(here, 1));
            assertThat(countsTogether(here, there, "shared")).isTrue();

            redis.kill();

            hears(heard, WITHOUT_REDIS, () -> say(here, 2));
            hears(heard, WITHOUT_REDIS, () -> say(there, 3));
            assertThat(countsTogether(here, there, "alone")).isFalse();
            assertThat(goesOn(here)).isLessThan(Duration.ofMillis(250));
            Outbox outbox = there.getBean(Outbox.class);
            await().until(() -> outbox.sent(1).stream().allMatch(sent -> sent.state() == Outbox.State.SENT));
            assertThat(outbox.after(siti, 0, 0)).hasSize(3);
        }
    }

    private static Path redisOrSkip() {
        Optional<Path> binary = RedisServer.binary();
        if (binary.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("CI needs a redis-server in the PATH or -Dpendopo.redis-server=PATH");
        }
        if (binary.isEmpty()) {
            System.out.println(
                    "SKIPPED: TwoNodesTests needs a redis-server in the PATH or -Dpendopo.redis-server=PATH");
        }
        assumeTrue(binary.isPresent(), "no redis-server");
        return binary.orElseThrow();
    }

    private static ConfigurableApplicationContext node(String database, RedisServer redis) {
        return new SpringApplicationBuilder(ChannelsTestApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--test.database=" + database,
                        "--spring.data.redis.url=" + redis.url());
    }

    private static void awaitRedis(ConfigurableApplicationContext node, AtomicInteger heard) {
        await().until(() -> {
            node.getBean(LiveEvents.class).changed("test/redis");
            return heard.get() > 0;
        });
    }

    private static void hears(AtomicInteger heard, Duration atMost, Runnable cause) {
        int before = heard.get();
        cause.run();
        await().atMost(atMost).pollInterval(Duration.ofMillis(10)).until(() -> heard.get() > before);
    }

    private void say(ConfigurableApplicationContext node, long turn) {
        node.getBean(TransactionOperations.class)
                .executeWithoutResult(
                        _ -> node.getBean(Outbox.class).queue(TestConversations.reply(siti, 1, turn, "halo " + turn)));
    }

    /** Two uses allowed, one taken on each node: whether a third is too many. */
    private static boolean countsTogether(
            ConfigurableApplicationContext here, ConfigurableApplicationContext there, String what) {
        for (ConfigurableApplicationContext node : new ConfigurableApplicationContext[] {here, there}) {
            assertThat(node.getBean(Limits.class).exceeded(what, 2, Duration.ofMinutes(1)))
                    .isEmpty();
        }
        return here.getBean(Limits.class)
                .exceeded(what, 2, Duration.ofMinutes(1))
                .isPresent();
    }

    private static Duration goesOn(ConfigurableApplicationContext node) {
        long before = System.nanoTime();
        node.getBean(Limits.class).exceeded("quick", 5, Duration.ofMinutes(1));
        return Duration.ofNanos(System.nanoTime() - before);
    }
}
