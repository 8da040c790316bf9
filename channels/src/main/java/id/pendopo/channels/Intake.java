package id.pendopo.channels;

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
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Takes a request's events in within the time that a provider waits: what does not commit in it is given up, whole, and
 * comes back with the provider's next try. At most so many at once; the others are told to come back.
 */
@Component
class Intake {

    /** Less than the 8 s that the desk promises; Twilio itself waits 15 s, Meta 20 s. */
    private static final Duration BUDGET = Duration.ofSeconds(7);

    private static final int AT_ONCE = 256;

    private final InboundGateway gateway;
    private final Doubts doubts;
    private final Duration budget;
    private final Semaphore places;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Autowired
    Intake(InboundGateway gateway, Doubts doubts) {
        this(gateway, doubts, BUDGET, AT_ONCE);
    }

    Intake(InboundGateway gateway, Doubts doubts, Duration budget, int atOnce) {
        this.gateway = gateway;
        this.doubts = doubts;
        this.budget = budget;
        this.places = new Semaphore(atOnce);
    }

    /**
     * @return what the messages among the events were answered with, in order
     * @throws DeskUnavailable when the database is away or slow, or too many requests are under way
     */
    List<WebhookAnswer> take(Line line, List<InboundEvent> events) {
        if (!places.tryAcquire()) {
            throw new DeskUnavailable("too many requests at once");
        }
        Visit visit = new Visit(line, events, new AtomicBoolean());
        Future<List<WebhookAnswer>> answers;
        try {
            answers = threads.submit(() -> arrive(visit));
        } catch (RuntimeException closed) {
            places.release();
            throw new DeskUnavailable("the desk is stopping");
        }
        return await(visit, answers);
    }

    /**
     * Takes in what the provider holds as if it came now, but nobody waits for the replies.
     *
     * @throws DeskUnavailable as above
     */
    void takeLate(Line line, InboundEvent event) {
        try {
            ScopedValue.where(JdbcInbox.LATE, true)
                    .run(() -> gateway.arrive(List.of(new Arrival(line, event, _ -> {}))));
        } catch (RuntimeException failed) {
            throw reason(failed);
        }
    }

    private List<WebhookAnswer> arrive(Visit visit) {
        try {
            List<WebhookAnswer> answers = new ArrayList<>();
            gateway.arrive(visit.events().stream()
                    .map(event -> new Arrival(visit.line(), event, answers::add))
                    .toList());
            if (visit.settle()) {
                doubts.answered(visit.events());
            } else {
                sendAfterwards(visit);
            }
            return answers;
        } catch (RuntimeException failed) {
            doubts.note(visit.line(), visit.events()); // A commit that failed for us may have succeeded all the same.
            throw failed;
        } finally {
            places.release();
        }
    }

    /** The commit came too late for the response; a provider that does not repeat would never see the replies. */
    private void sendAfterwards(Visit visit) {
        Thread.interrupted(); // We were told to stop and finished all the same.
        if (!visit.line().adapter().repeats()) {
            doubts.note(visit.line(), visit.events());
            doubts.settle(visit.line().name());
        }
    }

    private List<WebhookAnswer> await(Visit visit, Future<List<WebhookAnswer>> answers) {
        try {
            return answers.get(budget.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            return leave(visit, answers, "the database is slow");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return leave(visit, answers, "the desk is stopping");
        } catch (ExecutionException failed) {
            throw reason(failed.getCause());
        }
    }

    /** Sends the caller away, unless the answer came at the very moment. */
    private List<WebhookAnswer> leave(Visit visit, Future<List<WebhookAnswer>> answers, String why) {
        if (visit.settle()) {
            answers.cancel(true);
            throw new DeskUnavailable(why);
        }
        try {
            return answers.get(1, TimeUnit.SECONDS);
        } catch (TimeoutException | InterruptedException | ExecutionException unexpected) {
            doubts.note(visit.line(), visit.events());
            throw new DeskUnavailable(why);
        }
    }

    private static RuntimeException reason(@Nullable Throwable cause) {
        return switch (cause) {
            case DataAccessException _ -> new DeskUnavailable("the database is away");
            case TransactionException _ -> new DeskUnavailable("the database is away");
            case RuntimeException ours -> ours;
            case null, default -> new IllegalStateException(cause);
        };
    }

    /**
     * A request that is being taken in.
     *
     * @param settled whether it was decided if the caller gets the answer or is sent away
     */
    private record Visit(Line line, List<InboundEvent> events, AtomicBoolean settled) {

        /** True for the first who decides. */
        boolean settle() {
            return settled.compareAndSet(false, true);
        }
    }

    @PreDestroy
    void stop() {
        threads.close();
    }
}
