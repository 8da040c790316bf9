package id.pendopo.channels.gateway.live;

import id.pendopo.channels.Limits;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The rate limiter: counts for all nodes while they can be asked, and for this one alone otherwise. */
@Component
final class SharedLimits implements Limits {

    private final ObjectProvider<RedisLimits> redis;
    private final NodeLimits node;

    SharedLimits(ObjectProvider<RedisLimits> redis, NodeLimits node) {
        this.redis = redis;
        this.node = node;
    }

    @Override
    public Optional<Duration> exceeded(String what, int times, Duration within) {
        RedisLimits shared = redis.getIfAvailable();
        return shared == null
                ? node.exceeded(what, times, within)
                : shared.exceeded(what, times, within, () -> node.exceeded(what, times, within));
    }

    @Override
    public long busiest(String prefix) {
        return node.busiest(prefix);
    }
}
