package id.pendopo.channels.gateway.live;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.SocketOptions;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientConfigurationBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.scheduling.TaskScheduler;

/** What several nodes share beside the database, where Redis is configured. Everything goes on without it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("spring.data.redis.url")
class RedisConfiguration {

    /** Nobody waits longer for Redis; a citizen's request has 250 ms for it at most. */
    private static final Duration PATIENCE = Duration.ofMillis(200);

    @Bean
    LettuceClientConfigurationBuilderCustomizer impatientRedis() {
        return client -> client.commandTimeout(PATIENCE)
                .clientOptions(ClientOptions.builder()
                        .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                        .socketOptions(
                                SocketOptions.builder().connectTimeout(PATIENCE).build())
                        .build());
    }

    @Bean
    RedisLimits redisLimits(StringRedisTemplate redis, Clock clock) {
        return new RedisLimits(redis, clock);
    }

    @Bean
    RedisLive redisLive(StringRedisTemplate redis, NodeLiveEvents events) {
        return new RedisLive(redis, events);
    }

    @Bean
    RedisMessageListenerContainer redisMessageListenerContainer(RedisConnectionFactory connections, RedisLive live) {
        RedisMessageListenerContainer container = new RedisMessageListenerContainer();
        container.setConnectionFactory(connections);
        container.addMessageListener(live, new ChannelTopic(RedisLive.TOPIC));
        container.setRecoveryInterval(1000);
        container.setAutoStartup(false);
        return container;
    }

    @Bean
    Listening listening(RedisMessageListenerContainer container, TaskScheduler scheduler) {
        return new Listening(container, scheduler);
    }

    /** Starts to listen as soon as Redis is there; the desk's own start does not wait for it. */
    record Listening(RedisMessageListenerContainer container, TaskScheduler scheduler) {

        private static final Duration EVERY = Duration.ofSeconds(1);
        private static final Logger log = LoggerFactory.getLogger(Listening.class);

        @EventListener(ApplicationReadyEvent.class)
        void keepListening() {
            scheduler.scheduleWithFixedDelay(this::listen, EVERY);
        }

        private void listen() {
            if (container.isListening()) {
                return;
            }
            try {
                container.stop();
                container.start();
            } catch (RuntimeException away) {
                log.debug("Redis is away; looking again in a second");
            }
        }
    }
}
