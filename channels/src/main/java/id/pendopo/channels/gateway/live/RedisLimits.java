package id.pendopo.channels.gateway.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;

/** The distributed rate limiter. Limits of all nodes together: a counter in Redis that ends with its period. */
final class RedisLimits {

    /** Counts one use; answers the milliseconds to wait, 0 for none. */
    private static final RedisScript<Long> COUNT = new DefaultRedisScript<>("""
            local used = redis.call('INCR', KEYS[1])
            if used == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
            if used <= tonumber(ARGV[1]) then return 0 end
            return math.max(redis.call('PTTL', KEYS[1]), 1)
            """, Long.class);

    /** After a failure Redis is left alone for so long, so that nobody waits for it again and again. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final StringRedisTemplate redis;
    private final Clock clock;
    private final AtomicReference<Instant> pausedUntil = new AtomicReference<>(Instant.EPOCH);

    RedisLimits(StringRedisTemplate redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    Optional<Duration> exceeded(String what, int times, Duration within, Supplier<Optional<Duration>> otherwise) {
        if (clock.instant().isBefore(pausedUntil.get())) {
            return otherwise.get();
        }
        try {
            Long wait = redis.execute(
                    COUNT, List.of("pendopo/limit/" + what), String.valueOf(times), String.valueOf(within.toMillis()));
            return wait == null || wait == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds((wait + 999) / 1000));
        } catch (DataAccessException away) {
            pausedUntil.set(clock.instant().plus(PAUSE));
            return otherwise.get();
        }
    }
}
