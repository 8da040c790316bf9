package id.pendopo.channels.gateway.inbound;

import id.pendopo.channels.InboundEvent;
import id.pendopo.channels.Inbox.DeskUnavailable;
import id.pendopo.channels.Inbox.FailurePolicy;
import id.pendopo.channels.Turn;
import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.gateway.accounts.ConnectedAccount;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The bounded intake of inbound events, with a time-out. Takes a request's events in within the time that a provider
 * waits: what does not commit in it is given up, whole, and comes back with the provider's next try. At most so many
 * at once; the others are told to come back.
 */
@Component
public class Intake {

    /** Less than the 8 s that the desk promises; Twilio itself waits 15 s, Meta 20 s. */
    private static final Duration BUDGET = Duration.ofSeconds(7);

    private static final int AT_ONCE = 256;

    private final InboundGateway gateway;
    private final Duration budget;
    private final Semaphore places;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Autowired
    Intake(InboundGateway gateway) {
        this(gateway, BUDGET, AT_ONCE);
    }

    Intake(InboundGateway gateway, Duration budget, int atOnce) {
        this.gateway = gateway;
        this.budget = budget;
        this.places = new Semaphore(atOnce);
    }

    /**
     * @return what the messages among the events were answered with, in order
     * @throws DeskUnavailable when the database is away or slow, or too many requests are under way
     */
    public List<WebhookAnswer> take(ConnectedAccount connected, List<InboundEvent> events) {
        if (!places.tryAcquire()) {
            throw new DeskUnavailable("too many requests at once");
        }
        Future<List<WebhookAnswer>> answers;
        try {
            answers = threads.submit(() -> arrive(connected, events));
        } catch (RuntimeException closed) {
            places.release();
            throw new DeskUnavailable("the desk is stopping");
        }
        return await(answers);
    }

    /**
     * Takes in what the provider holds as if it came now, but nobody waits for the replies.
     *
     * @throws DeskUnavailable as above
     */
    void takeLate(ConnectedAccount connected, InboundEvent event) {
        try {
            gateway.arrive(List.of(Arrival.of(connected, event, Turn.Mode.LATE)));
        } catch (RuntimeException failed) {
            throw reason(failed);
        }
    }

    private List<WebhookAnswer> arrive(ConnectedAccount connected, List<InboundEvent> events) {
        try {
            List<WebhookAnswer> answers = new ArrayList<>();
            gateway.arrive(events.stream()
                    .map(event -> Arrival.of(connected, event, Turn.Mode.ON_TIME, answers::add))
                    .toList());
            return answers;
        } finally {
            places.release();
        }
    }

    /** Whoever is sent away although the turn commits in the end is found by the recovery of lost responses. */
    private List<WebhookAnswer> await(Future<List<WebhookAnswer>> answers) {
        try {
            return answers.get(budget.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            answers.cancel(true);
            throw new DeskUnavailable("the database is slow");
        } catch (InterruptedException stopping) {
            answers.cancel(true);
            Thread.currentThread().interrupt();
            throw new DeskUnavailable("the desk is stopping");
        } catch (ExecutionException failed) {
            throw reason(failed.getCause());
        }
    }

    private static RuntimeException reason(@Nullable Throwable cause) {
        return switch (cause) {
            case DeskUnavailable said -> said;
            case RuntimeException failure ->
                switch (FailurePolicy.of(failure)) {
                    case AWAY, AGAIN -> new DeskUnavailable("the database is away");
                    case REPLAY, PUT_AWAY -> failure;
                };
            case null, default -> new IllegalStateException(cause);
        };
    }

    @PreDestroy
    void stop() {
        threads.close();
    }
}
