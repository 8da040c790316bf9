package id.pendopo.channels.gateway.outbound;

import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.adapter.SendFailed;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * A circuit breaker per account. Lets a line rest whose provider fails, so that it does not keep the others waiting
 * and the provider can recover: after too many failures for half a minute, after a Retry-After for as long as it says;
 * then a few messages try. Each node learns for itself.
 */
@Component
public final class CircuitBreakers {

    private static final Duration REST = Duration.ofSeconds(30);

    /** While a few messages try whether the provider is back. */
    private static final Duration TRIAL = Duration.ofSeconds(2);

    private static final Duration LIMITED = Duration.ofSeconds(5);

    private static final int WINDOW = 20;
    private static final int AT_LEAST = 10;
    private static final float TOO_MANY_PERCENT = 60;
    private static final int TRIALS = 3;

    /** Conversations that are limited at once, from which on the line is. */
    private static final int SEVERAL = 3;

    private static final Logger log = LoggerFactory.getLogger(CircuitBreakers.class);

    private final Clock clock;
    private final MeterRegistry meters;
    private final CircuitBreakerConfig config;
    private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();
    private final Map<String, Instant> resting = new ConcurrentHashMap<>();

    /** Until when a conversation of an account may not be sent to. */
    private final Map<String, Map<Long, Instant>> limited = new ConcurrentHashMap<>();

    CircuitBreakers(Clock clock, ObjectProvider<MeterRegistry> meters) {
        this.clock = clock;
        this.meters = meters.getIfAvailable(SimpleMeterRegistry::new);
        this.config = CircuitBreakerConfig.custom()
                .clock(clock)
                .slidingWindowSize(WINDOW)
                .minimumNumberOfCalls(AT_LEAST)
                .failureRateThreshold(TOO_MANY_PERCENT)
                .waitDurationInOpenState(REST)
                .permittedNumberOfCallsInHalfOpenState(TRIALS)
                .maxWaitDurationInHalfOpenState(REST)
                .build();
    }

    /** How long the line still rests; empty lets one message through. */
    Optional<Duration> pause(String account) {
        if (of(account).tryAcquirePermission()) {
            return Optional.empty();
        }
        Duration left = Duration.between(clock.instant(), resting.getOrDefault(account, clock.instant()));
        return Optional.of(left.compareTo(TRIAL) < 0 ? TRIAL : left);
    }

    /** The provider answered, even if it was a no. */
    void answered(String account) {
        of(account).onSuccess(0, TimeUnit.NANOSECONDS);
    }

    void failed(String account, SendFailed failure) {
        CircuitBreaker breaker = of(account);
        breaker.onError(0, TimeUnit.NANOSECONDS, failure);
        rest(failure).filter(wait -> !wait.isZero()).ifPresent(wait -> {
            breaker.transitionToOpenStateFor(wait);
            resting.put(account, clock.instant().plus(wait));
        });
    }

    /** A line that has had too many messages rests even where nobody says how long. */
    private static Optional<Duration> rest(SendFailed failure) {
        return failure.retryAfter()
                .or(() -> Optional.of(LIMITED).filter(_ -> failure.outcome() == SendFailed.Outcome.LINE_LIMITED));
    }

    /**
     * The provider has had too many messages, of one conversation or of all: which of both is seen by how many are told so
     * at the same time.
     *
     * @return whether the whole line is meant
     */
    boolean limited(String account, OutboundMessage message, SendFailed failure) {
        Instant now = clock.instant();
        Map<Long, Instant> until = limited.computeIfAbsent(account, _ -> new ConcurrentHashMap<>());
        until.values().removeIf(end -> !end.isAfter(now));
        until.put(message.conversation(), now.plus(failure.retryAfter().orElse(TRIAL)));
        return until.size() >= SEVERAL;
    }

    /** A person says that the cause is mended. */
    void mended(String account) {
        of(account).reset();
        resting.remove(account);
    }

    /** The lines that rest, with the time until then. */
    public SortedMap<String, Instant> resting() {
        SortedMap<String, Instant> now = new TreeMap<>(resting);
        now.values().removeIf(until -> !until.isAfter(clock.instant()));
        return now;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private CircuitBreaker of(String account) {
        return breakers.computeIfAbsent(account, this::create);
    }

    private CircuitBreaker create(String account) {
        CircuitBreaker breaker = CircuitBreaker.of(account, config);
        breaker.getEventPublisher()
                .onStateTransition(
                        change -> moved(account, change.getStateTransition().getToState()));
        Gauge.builder(
                        "pendopo.channels.line.resting",
                        breaker,
                        one -> one.getState() == CircuitBreaker.State.OPEN ? 1 : 0)
                .tag("account", account)
                .register(meters);
        return breaker;
    }

    private void moved(String account, CircuitBreaker.State state) {
        switch (state) {
            case OPEN -> {
                resting.merge(account, clock.instant().plus(REST), CircuitBreakers::later);
                log.warn("Line {} rests: its provider fails; see /desk/outbox for the reason", account);
            }
            case CLOSED -> {
                resting.remove(account);
                log.info("Line {} sends again", account);
            }
            case HALF_OPEN, DISABLED, METRICS_ONLY, FORCED_OPEN -> {
                // Nothing to tell: a few messages try.
            }
        }
    }
}
