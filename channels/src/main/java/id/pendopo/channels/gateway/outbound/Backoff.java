package id.pendopo.channels.gateway.outbound;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Exponential backoff with jitter. When a message is tried again: 5 s, 15 s, 45 s … up to an hour apart, for a day.
 * Spread by up to a quarter either way, by the row's id, so that what failed together does not come back together.
 */
final class Backoff {

    static final Duration GIVES_UP_AFTER = Duration.ofHours(24);

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(1);

    private Backoff() {}

    /**
     * @param retryAfter what the provider asked for; never undercut
     * @return empty when it was tried for long enough
     */
    static Optional<Instant> next(Dispatch dispatch, Optional<Duration> retryAfter, Instant now) {
        Instant firstFailure = dispatch.firstFailedAt().orElse(now);
        if (now.isAfter(firstFailure.plus(GIVES_UP_AFTER))) {
            return Optional.empty();
        }
        Duration wait = spread(step(dispatch.attempts()), dispatch.id() * 31 + dispatch.attempts());
        Duration asked = retryAfter.orElse(Duration.ZERO);
        return Optional.of(now.plus(wait.compareTo(asked) < 0 ? asked : wait));
    }

    private static Duration step(int attempts) {
        Duration step = FIRST;
        for (int i = 1; i < attempts && step.compareTo(LONGEST) < 0; i++) {
            step = step.multipliedBy(3);
        }
        return step.compareTo(LONGEST) < 0 ? step : LONGEST;
    }

    private static Duration spread(Duration step, long seed) {
        long mixed = Long.remainderUnsigned(seed * 0x9E3779B97F4A7C15L, 1001);
        return step.multipliedBy(750 + mixed / 2).dividedBy(1000);
    }
}
