package id.pendopo.channels.gateway.live;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.Message;
import org.springframework.data.redis.connection.MessageListener;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * The Redis publisher: tells other nodes by a Redis topic. One thread speaks; what it cannot say in time is dropped,
 * the poll finds it.
 */
final class RedisLive implements OtherNodes, MessageListener, SmartLifecycle {

    static final String TOPIC = "pendopo/live";

    private static final int UNSAID = 10_000;
    private static final Logger log = LoggerFactory.getLogger(RedisLive.class);

    private final StringRedisTemplate redis;
    private final NodeLiveEvents events;
    private final String node = UUID.randomUUID().toString();
    private final ThreadPoolExecutor speaker = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(UNSAID),
            Thread.ofPlatform().daemon().name("live-redis").factory(),
            new ThreadPoolExecutor.DiscardOldestPolicy());

    RedisLive(StringRedisTemplate redis, NodeLiveEvents events) {
        this.redis = redis;
        this.events = events;
    }

    @Override
    public void tell(String topic) {
        speaker.execute(() -> say(topic));
    }

    private void say(String topic) {
        try {
            redis.convertAndSend(TOPIC, node + " " + topic);
        } catch (DataAccessException away) {
            log.debug("Redis is away; other nodes find out by their poll");
        }
    }

    @Override
    public void onMessage(Message message, byte @org.jspecify.annotations.Nullable [] pattern) {
        String[] words = new String(message.getBody(), StandardCharsets.UTF_8).split(" ", 2);
        if (words.length == 2 && !words[0].equals(node)) {
            events.tell(words[1]);
        }
    }

    @Override
    public void start() {
        speaker.prestartAllCoreThreads();
    }

    @Override
    public void stop() {
        speaker.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return !speaker.isShutdown() && speaker.getPoolSize() > 0;
    }
}
