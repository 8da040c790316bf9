package id.pendopo.channels.gateway.pull;

import id.pendopo.channels.Inbox.FailurePolicy;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The failures of polled sources, for whoever watches the desk, and how long each waits before it is asked again. */
@Component
class PullFailures {

    private static final Logger log = LoggerFactory.getLogger(PullFailures.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** Told again so often, as a line that nobody can ask is easily forgotten. */
    private static final int TOLD_EVERY = 60;

    private final MeterRegistry meters;
    private final Map<String, Integer> inARow = new ConcurrentHashMap<>();

    PullFailures(ObjectProvider<MeterRegistry> meters) {
        this.meters = meters.getIfAvailable(SimpleMeterRegistry::new);
    }

    /**
     * The source cannot be asked.
     *
     * @param code of the provider, or a word of ours; nothing personal
     * @return until it is asked again
     */
    Duration failed(String source, String code) {
        int failures = count(source);
        if (failures % TOLD_EVERY == 1) {
            log.warn("Line {}: the provider cannot be asked ({}); trying again", source, code);
        }
        return wait(failures);
    }

    /** An error of ours, or of the database. */
    Duration failed(String source, Throwable failure) {
        if (FailurePolicy.of(failure).passes()) {
            return failed(source, "database");
        }
        log.error("Line {}: asking failed: {}", source, failure.getClass().getName());
        return wait(count(source));
    }

    void answered(String source) {
        int failures = inARow.computeIfAbsent(source, this::watched);
        if (failures > 0) {
            inARow.put(source, 0);
            log.info("Line {}: the provider can be asked again", source);
        }
    }

    private int count(String source) {
        inARow.computeIfAbsent(source, this::watched);
        return inARow.merge(source, 1, Integer::sum);
    }

    private int watched(String source) {
        Gauge.builder("pendopo.channels.line.unasked", inARow, all -> all.getOrDefault(source, 0) > 0 ? 1 : 0)
                .tag("account", source)
                .register(meters);
        return 0;
    }

    private static Duration wait(int failures) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures - 1, 5));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
