package id.pendopo.channels.gateway.inbound;

import id.pendopo.channels.Address;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.WebhookAnswer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.springframework.dao.CannotAcquireLockException;

/**
 * The batcher of turns (group commit): lets messages that wait at the same time share a transaction. A message that
 * finds the desk idle runs at once and alone; those that come meanwhile are taken together when it is done, or once
 * many wait. What fails together runs alone.
 */
final class TurnBatcher {

    /** Groups under way at once; while one waits for its commit, another is worked on. */
    private static final int GROUPS = 2;

    /** So many wait before a group is begun beside another one: two small ones cost more than one of their size together. */
    private static final int ENOUGH = 8;

    private static final int MOST = 32;

    /** Who was not taken along for so long runs alone. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    /** A thread that has had nothing to do for so long ends. */
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final Function<InboundMessage, WebhookAnswer> alone;
    private final Function<List<InboundMessage>, List<WebhookAnswer>> together;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Set<Address> underWay = new HashSet<>();
    private final Executor threads = threads();
    private final Duration patience;
    private int groups;

    TurnBatcher(
            Function<InboundMessage, WebhookAnswer> alone,
            Function<List<InboundMessage>, List<WebhookAnswer>> together) {
        this(alone, together, PATIENCE);
    }

    TurnBatcher(
            Function<InboundMessage, WebhookAnswer> alone,
            Function<List<InboundMessage>, List<WebhookAnswer>> together,
            Duration patience) {
        this.alone = alone;
        this.together = together;
        this.patience = patience;
    }

    /** A group waits for the database several times, which a thread of the system does with less ado than a virtual one. */
    private static Executor threads() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                GROUPS,
                GROUPS,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("crowd-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    private record Waiting(InboundMessage message, CompletableFuture<WebhookAnswer> answer) {

        private Address from() {
            return message.from();
        }
    }

    WebhookAnswer accept(InboundMessage message) {
        Waiting one = new Waiting(message, new CompletableFuture<>());
        if (!starts(one)) {
            return await(one);
        }
        try {
            return alone.apply(message);
        } finally {
            goOn(List.of(one));
        }
    }

    /** How many wait to be taken along at this moment. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** Whether it runs now; it waits otherwise. */
    private boolean starts(Waiting one) {
        lock.lock();
        try {
            if (groups == 0 && underWay.add(one.from())) {
                groups++;
                return true;
            }
            waiting.add(one);
            begin();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private WebhookAnswer await(Waiting one) {
        try {
            try {
                return one.answer().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException slow) {
                return leave(one) ? alone.apply(one.message()) : one.answer().get();
            }
        } catch (InterruptedException stopping) {
            leave(one);
            Thread.currentThread().interrupt();
            throw new CannotAcquireLockException("told to stop while others were before this message", stopping);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException ours
                    ? ours
                    : new CompletionException(failed.getCause());
        }
    }

    /** False when somebody took it along already. */
    private boolean leave(Waiting one) {
        lock.lock();
        try {
            return waiting.remove(one);
        } finally {
            lock.unlock();
        }
    }

    /** A group is done. */
    private void goOn(List<Waiting> done) {
        lock.lock();
        try {
            done.forEach(one -> underWay.remove(one.from()));
            groups--;
            begin();
        } finally {
            lock.unlock();
        }
    }

    /** The next group, if it is its turn; the lock is held. */
    private void begin() {
        boolean turn = groups == 0 || groups < GROUPS && waiting.size() >= ENOUGH;
        List<Waiting> next = turn ? next() : List.of();
        if (!next.isEmpty()) {
            groups++;
            threads.execute(() -> {
                try {
                    run(next);
                } finally {
                    goOn(next);
                }
            });
        }
    }

    /** Those who wait longest, one message of each person. */
    private List<Waiting> next() {
        List<Waiting> next = new ArrayList<>();
        for (Waiting one : waiting) {
            if (next.size() < MOST && underWay.add(one.from())) {
                next.add(one);
            }
        }
        waiting.removeAll(next);
        return next;
    }

    private void run(List<Waiting> group) {
        if (group.size() == 1) {
            runAlone(group.getFirst());
            return;
        }
        try {
            List<WebhookAnswer> answers =
                    together.apply(group.stream().map(Waiting::message).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).answer().complete(answers.get(i));
            }
        } catch (RuntimeException apart) {
            group.forEach(one -> Thread.startVirtualThread(() -> runAlone(one)));
        }
    }

    private void runAlone(Waiting one) {
        try {
            one.answer().complete(alone.apply(one.message()));
        } catch (RuntimeException failed) {
            one.answer().completeExceptionally(failed);
        }
    }
}
