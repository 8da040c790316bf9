package id.pendopo.ticketing.tracking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The rate limiter of guessed codes: counts numbers that lead to no ticket, by the address that asked for them: whoever
 * tries numbers one after the other has to wait. Kept in this node's memory for an hour and never written down; right
 * numbers are not counted, so that many citizens behind one address do not stand in each other's way.
 */
@Component
class WrongCodes {

    static final int FORGIVEN = 30;

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int MOST_ADDRESSES = 10_000;

    private final Clock clock;
    private final Map<String, Misses> misses = new ConcurrentHashMap<>();

    WrongCodes(Clock clock) {
        this.clock = clock;
    }

    private record Misses(int count, Instant since) {}

    /** Until when an address is not answered; empty while it is. */
    Optional<Instant> lockedUntil(String address) {
        return Optional.ofNullable(misses.get(address))
                .filter(found -> found.count() >= FORGIVEN)
                .map(found -> found.since().plus(WINDOW))
                .filter(until -> until.isAfter(clock.instant()));
    }

    void missed(String address) {
        Instant now = clock.instant();
        if (misses.size() >= MOST_ADDRESSES) {
            misses.values().removeIf(old -> old.since().plus(WINDOW).isBefore(now));
        }
        misses.compute(
                address,
                (key, before) -> before == null || before.since().plus(WINDOW).isBefore(now)
                        ? new Misses(1, now)
                        : new Misses(before.count() + 1, before.since()));
    }
}
