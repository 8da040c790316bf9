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
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The bounded intake of inbound events, with a time-out. Takes a request's events in, on its own thread, within the time
 * that a provider waits: what does not commit in it is interrupted and given up, whole, and comes back with the
 * provider's next try. At most so many at once; the others are told to come back.
 */
@Component
public class Intake {

    /** Less than the 8 s that the desk promises; Twilio itself waits 15 s, Meta 20 s. */
    private static final Duration BUDGET = Duration.ofSeconds(7);

    private static final int AT_ONCE = 256;

    private final InboundGateway gateway;
    private final Duration budget;
    private final Semaphore places;
    private final ScheduledThreadPoolExecutor alarms = alarms();

    @Autowired
    Intake(InboundGateway gateway) {
        this(gateway, BUDGET, AT_ONCE);
    }

    Intake(InboundGateway gateway, Duration budget, int atOnce) {
        this.gateway = gateway;
        this.budget = budget;
        this.places = new Semaphore(atOnce);
    }

    private static ScheduledThreadPoolExecutor alarms() {
        ScheduledThreadPoolExecutor alarms = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("deadlines-", 0).factory());
        alarms.setRemoveOnCancelPolicy(true);
        return alarms;
    }

    /**
     * @return what the messages among the events were answered with, in order
     * @throws DeskUnavailable when the database is away or slow, or too many requests are under way
     */
    public List<WebhookAnswer> take(ConnectedAccount connected, List<InboundEvent> events) {
        if (!places.tryAcquire()) {
            throw new DeskUnavailable("too many requests at once");
        }
        try {
            return inTime(connected, events);
        } finally {
            places.release();
        }
    }

    private List<WebhookAnswer> inTime(ConnectedAccount connected, List<InboundEvent> events) {
        Deadline deadline = new Deadline(Thread.currentThread());
        try {
            return arrive(connected, events);
        } catch (RuntimeException failed) {
            throw deadline.over() ? new DeskUnavailable("the database is slow") : reason(failed);
        } finally {
            deadline.end();
        }
    }

    private List<WebhookAnswer> arrive(ConnectedAccount connected, List<InboundEvent> events) {
        List<WebhookAnswer> answers = new ArrayList<>();
        gateway.arrive(events.stream()
                .map(event -> Arrival.of(connected, event, Turn.Mode.ON_TIME, answers::add))
                .toList());
        return answers;
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

    private static RuntimeException reason(RuntimeException failure) {
        if (failure instanceof DeskUnavailable) {
            return failure;
        }
        return switch (FailurePolicy.of(failure)) {
            case AWAY, AGAIN -> new DeskUnavailable("the database is away");
            case REPLAY, PUT_AWAY -> failure;
        };
    }

    @PreDestroy
    void stop() {
        alarms.shutdownNow();
    }

    /** The time-out of one thread's work, which ends once: by its alarm or by itself. */
    private final class Deadline {

        private final Thread worker;
        private final Future<?> alarm;
        private boolean over;
        private boolean ended;

        /** @throws DeskUnavailable the desk is stopping */
        Deadline(Thread worker) {
            this.worker = worker;
            try {
                this.alarm = alarms.schedule(this::pass, budget.toNanos(), TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException stopping) {
                throw new DeskUnavailable("the desk is stopping");
            }
        }

        private synchronized void pass() {
            if (!ended) {
                over = true;
                worker.interrupt();
            }
        }

        /** Whether the worker was interrupted. */
        synchronized boolean over() {
            return over;
        }

        /** By the worker: nobody interrupts it from now on, and an interruption that it did not notice is forgotten. */
        synchronized void end() {
            ended = true;
            alarm.cancel(false);
            if (over) {
                Thread.interrupted();
            }
        }
    }
}
