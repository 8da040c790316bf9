package id.pendopo.knowledge.rewording;

import id.pendopo.knowledge.Answer.Found;
import id.pendopo.knowledge.Rewording;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.core.task.TaskRejectedException;

/**
 * Rewording by a language model with bulkhead and circuit breaker: asks the model and believes nothing of what it
 * says: its words are used if every rule lets them pass. A few questions are under way at a time, and none for half a
 * minute after three failures in a row.
 */
final class ModelRewording implements Rewording {

    private static final int AT_ONCE = 4;
    private static final int FAILURES = 3;
    private static final Duration REST = Duration.ofSeconds(30);

    private static final Logger log = LoggerFactory.getLogger(ModelRewording.class);

    private final ChatModel model;
    private final Outgoing outgoing;
    private final Faithfulness faithfulness;
    private final MeterRegistry meters;
    private final SyncTaskExecutor places = new SyncTaskExecutor();
    private final CircuitBreaker breaker = CircuitBreaker.of(
            "rewording",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(FAILURES)
                    .minimumNumberOfCalls(FAILURES)
                    .failureRateThreshold(100)
                    .waitDurationInOpenState(REST)
                    .permittedNumberOfCallsInHalfOpenState(1)
                    .build());

    ModelRewording(ChatModel model, Outgoing outgoing, Faithfulness faithfulness, MeterRegistry meters) {
        this.model = model;
        this.outgoing = outgoing;
        this.faithfulness = faithfulness;
        this.meters = meters;
        places.setConcurrencyLimit(AT_ONCE);
        places.setRejectTasksWhenLimitReached(true);
    }

    @Override
    public boolean allowed(Found found, Form form) {
        return Passage.of(found, form).isPresent();
    }

    @Override
    public Found plainer(Found found, String question, Form form) {
        Optional<String> asked = outgoing.of(question);
        return Passage.of(found, form)
                .filter(_ -> asked.isPresent())
                .flatMap(passage -> words(passage, asked.orElseThrow()).map(words -> passage.saying(words, found)))
                .orElse(found);
    }

    private Optional<String> words(Passage passage, String question) {
        try {
            String words =
                    places.execute(() -> breaker.executeSupplier(() -> model.answer(Prompt.of(passage, question))));
            Optional<Fault> fault = faithfulness.fault(passage, words);
            count(fault.isPresent() ? "refused" : "used", fault.map(Fault::key).orElse("none"));
            return fault.isPresent() ? Optional.empty() : Optional.of(words);
        } catch (TaskRejectedException | CallNotPermittedException busy) {
            count("busy", "none");
        } catch (ModelFailed failed) {
            count("failed", "none");
            warn(failed);
        }
        return Optional.empty();
    }

    private void warn(ModelFailed failed) {
        if (breaker.getState() == CircuitBreaker.State.OPEN) {
            log.warn(
                    "The language model fails ({}) and is left alone for {} s; answers keep the articles' words."
                            + " Look whether it runs, and at pendopo.knowledge.rewording",
                    failed.getMessage(),
                    REST.toSeconds());
        }
    }

    private void count(String outcome, String rule) {
        meters.counter("pendopo.knowledge.rewordings", "outcome", outcome, "rule", rule)
                .increment();
    }
}
