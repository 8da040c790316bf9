package id.pendopo.channels.gateway.live;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The local rate limiter: limits of this node alone. Remembers the latest hundred thousand; who was forgotten starts
 * afresh.
 */
@Component
final class NodeLimits {

    private static final int REMEMBERED = 100_000;

    private final Map<String, Counted> buckets = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Counted> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param times what the bucket was made for: another number makes another bucket */
    private record Counted(Bucket bucket, int times) {

        static Counted of(int times, Duration within) {
            return new Counted(
                    Bucket.builder()
                            .addLimit(limit -> limit.capacity(times).refillGreedy(times, within))
                            .build(),
                    times);
        }

        long used() {
            return times - bucket.getAvailableTokens();
        }
    }

    Optional<Duration> exceeded(String what, int times, Duration within) {
        ConsumptionProbe probe = bucket(what, times, within).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(Math.max(
                        1, Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1)));
    }

    private Bucket bucket(String what, int times, Duration within) {
        synchronized (buckets) {
            Counted known = buckets.get(what);
            if (known == null || known.times() != times) {
                known = Counted.of(times, within);
                buckets.put(what, known);
            }
            return known.bucket();
        }
    }

    long busiest(String prefix) {
        synchronized (buckets) {
            return buckets.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(prefix))
                    .mapToLong(entry -> entry.getValue().used())
                    .max()
                    .orElse(0);
        }
    }
}
