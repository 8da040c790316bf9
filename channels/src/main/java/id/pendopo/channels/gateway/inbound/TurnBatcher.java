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
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.springframework.dao.CannotAcquireLockException;

/**
 * The batcher of turns (group commit): lets messages that wait at the same time share a transaction. A message that
 * finds the desk idle runs at once and alone; those that come meanwhile are taken together when it is done, or once
 * many wait. While messages come fast, a group lingers until as many wait as the last one had. What fails together runs
 * alone.
 */
final class TurnBatcher {

    /** Groups under way at once; while one waits for its commit, another is worked on. */
    private static final int GROUPS = 2;

    /** So many wait before a group is begun beside another one: two small ones cost more than one of their size together. */
    private static final int ENOUGH = 8;

    private static final int MOST = 32;

    /** While messages come fast, a group waits so long for as many as the one before it had. */
    private static final Duration LINGER = Duration.ofNanos(700_000);

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
    private final Condition enough = lock.newCondition();
    private final Duration patience;
    private final Duration linger;
    private int groups;

    /** How many the latest group had. */
    private int latest;

    /** When it ended, by {@link System#nanoTime}. */
    private long ended;

    /** For how many the group that is gathered lingers. */
    private int wanted = Integer.MAX_VALUE;

    TurnBatcher(
            Function<InboundMessage, WebhookAnswer> alone,
            Function<List<InboundMessage>, List<WebhookAnswer>> together) {
        this(alone, together, PATIENCE, LINGER);
    }

    TurnBatcher(
            Function<InboundMessage, WebhookAnswer> alone,
            Function<List<InboundMessage>, List<WebhookAnswer>> together,
            Duration patience,
            Duration linger) {
        this.alone = alone;
        this.together = together;
        this.patience = patience;
        this.linger = linger;
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
            if (groups == 0 && !crowded() && underWay.add(one.from())) {
                groups++;
                return true;
            }
            waiting.add(one);
            begin();
            if (waiting.size() >= wanted) {
                enough.signal();
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Whether a group of several has just ended: more are on their way. */
    private boolean crowded() {
        return latest > 1 && System.nanoTime() - ended < linger.toNanos();
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

    /** A group is done; an empty one found only people whom the other one serves, which goes on after it. */
    private void goOn(List<Waiting> done) {
        lock.lock();
        try {
            done.forEach(one -> underWay.remove(one.from()));
            groups--;
            if (!done.isEmpty()) {
                latest = done.size();
                ended = System.nanoTime();
            }
            if (!done.isEmpty() || groups == 0) {
                begin();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The next group, if it is its turn; the lock is held. */
    private void begin() {
        if (groups == 0 && !waiting.isEmpty() || groups < GROUPS && waiting.size() >= ENOUGH) {
            groups++;
            threads.execute(this::group);
        }
    }

    private void group() {
        List<Waiting> members = gather();
        try {
            run(members);
        } finally {
            goOn(members);
        }
    }

    private List<Waiting> gather() {
        lock.lock();
        try {
            lingerWhileCrowded();
            return next();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return next();
        } finally {
            lock.unlock();
        }
    }

    /** Until as many wait as the latest group had, if messages come fast; the lock is held. */
    private void lingerWhileCrowded() throws InterruptedException {
        wanted = crowded() ? Math.min(latest, ENOUGH) : 0;
        long left = linger.toNanos();
        while (left > 0 && waiting.size() < wanted) {
            left = enough.awaitNanos(left);
        }
        wanted = Integer.MAX_VALUE;
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
        if (group.size() < 2) {
            group.forEach(this::runAlone);
            return;
        }
        try {
            List<WebhookAnswer> answers =
                    together.apply(group.stream().map(Waiting::message).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).answer().complete(answers.get(i));
            }
        } catch (RuntimeException | StackOverflowError apart) {
            group.forEach(one -> Thread.startVirtualThread(() -> runAlone(one)));
        }
    }

    private void runAlone(Waiting one) {
        try {
            one.answer().complete(alone.apply(one.message()));
        } catch (RuntimeException | StackOverflowError failed) {
            one.answer().completeExceptionally(failed);
        }
    }
}
