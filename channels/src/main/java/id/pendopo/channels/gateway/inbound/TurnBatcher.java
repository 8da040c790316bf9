package id.pendopo.channels.gateway.inbound;

import id.pendopo.channels.Address;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Receiver;
import id.pendopo.channels.Receiver.Prepared;
import id.pendopo.channels.Turn;
import id.pendopo.channels.WebhookAnswer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
import java.util.function.Supplier;
import org.springframework.dao.CannotAcquireLockException;

/**
 * The batcher of turns (group commit): lets messages that wait at the same time share a transaction. Each is prepared on
 * its sender's own thread first. One that then finds the desk idle runs at once and alone; those that come meanwhile are
 * taken together when it is done, or once many wait. While messages come fast, a group lingers until as many wait as the
 * last one had. What fails together runs alone.
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

    private final Supplier<Receiver> receiver;
    private final Function<Prepared, WebhookAnswer> alone;
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

    /** @param alone runs one message's turn, and says what becomes of it when that fails */
    TurnBatcher(Supplier<Receiver> receiver, Function<Prepared, WebhookAnswer> alone) {
        this(receiver, alone, PATIENCE, LINGER);
    }

    TurnBatcher(
            Supplier<Receiver> receiver, Function<Prepared, WebhookAnswer> alone, Duration patience, Duration linger) {
        this.receiver = receiver;
        this.alone = alone;
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

    /** A message from its arrival to its answer; it is ready when it is prepared, which the lock guards. */
    private static final class Waiting {

        private final InboundMessage message;
        private final CompletableFuture<WebhookAnswer> answer = new CompletableFuture<>();
        private Optional<Prepared> ready = Optional.empty();

        Waiting(InboundMessage message) {
            this.message = message;
        }

        private Address from() {
            return message.from();
        }

        private Prepared prepared() {
            return ready.orElseThrow();
        }
    }

    WebhookAnswer accept(InboundMessage message) {
        Waiting one = new Waiting(message);
        if (!starts(one, prepared(one, locked(() -> joins(one))))) {
            return await(one);
        }
        try {
            return alone.apply(one.prepared());
        } finally {
            goOn(List.of(one));
        }
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Takes its place, which keeps the order of a person's messages; true if none of the same person is before it. */
    private boolean joins(Waiting one) {
        waiting.add(one);
        return !underWay.contains(one.from()) && first(one);
    }

    /** Of its person's, among those who wait; the lock is held. */
    private boolean first(Waiting one) {
        return waiting.stream()
                .filter(other -> other.from().equals(one.from()))
                .findFirst()
                .filter(one::equals)
                .isPresent();
    }

    /** Behind another message of the same person nothing is known before that one's turn is over. */
    private Prepared prepared(Waiting one, boolean first) {
        try {
            return first ? receiver.get().prepare(one.message) : Prepared.not(one.message);
        } catch (RuntimeException | Error failed) {
            leave(one);
            throw failed;
        }
    }

    /** How many wait to be taken along at this moment. */
    int waiting() {
        return locked(waiting::size);
    }

    /** Whether it runs now; it waits otherwise. */
    private boolean starts(Waiting one, Prepared prepared) {
        return locked(() -> {
            one.ready = Optional.of(prepared);
            List<Waiting> ready = ready();
            if (groups == 0 && !crowded() && ready.contains(one)) {
                take(List.of(one));
                groups++;
                return true;
            }
            begin(ready.size());
            if (ready.size() >= wanted) {
                enough.signal();
            }
            return false;
        });
    }

    /** Whether a group of several has just ended: more are on their way. */
    private boolean crowded() {
        return latest > 1 && System.nanoTime() - ended < linger.toNanos();
    }

    private WebhookAnswer await(Waiting one) {
        try {
            Optional<WebhookAnswer> answer = within(patience, one);
            while (answer.isEmpty()) {
                if (locked(() -> leaves(one))) {
                    return alone.apply(one.prepared());
                }
                answer = within(patience, one);
            }
            return answer.get();
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

    private static Optional<WebhookAnswer> within(Duration time, Waiting one)
            throws InterruptedException, ExecutionException {
        try {
            return Optional.of(one.answer.get(time.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException slow) {
            return Optional.empty();
        }
    }

    /** False when somebody took it along already, or when another message of the same person waits before it. */
    private boolean leaves(Waiting one) {
        return first(one) && waiting.remove(one);
    }

    /** Gives its place up, wherever it is; the person's next message may be taken along. */
    private void leave(Waiting one) {
        locked(() -> {
            waiting.remove(one);
            return begin(ready().size());
        });
    }

    /** A group is done; it was empty if the other one took its members before it. */
    private void goOn(List<Waiting> done) {
        locked(() -> {
            done.forEach(one -> underWay.remove(one.from()));
            groups--;
            if (!done.isEmpty()) {
                latest = done.size();
                ended = System.nanoTime();
            }
            return begin(ready().size());
        });
    }

    /** The next group, if it is its turn and so many can be taken along, and whether it is; the lock is held. */
    private boolean begin(int ready) {
        boolean next = groups == 0 && ready > 0 || groups < GROUPS && ready >= ENOUGH;
        if (next) {
            groups++;
            threads.execute(this::group);
        }
        return next;
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
        while (left > 0 && ready().size() < wanted) {
            left = enough.awaitNanos(left);
        }
        wanted = Integer.MAX_VALUE;
    }

    private List<Waiting> next() {
        List<Waiting> next = ready();
        take(next);
        return next;
    }

    private void take(List<Waiting> chosen) {
        chosen.forEach(one -> underWay.add(one.from()));
        waiting.removeAll(chosen);
    }

    /** Those who wait longest and can be taken along: one message of each person, the first. The lock is held. */
    private List<Waiting> ready() {
        Set<Address> before = new HashSet<>(underWay);
        return waiting.stream()
                .filter(one -> before.add(one.from()) && one.ready.isPresent())
                .limit(MOST)
                .toList();
    }

    private void run(List<Waiting> group) {
        if (group.size() < 2) {
            group.forEach(this::runAlone);
            return;
        }
        try {
            List<Turn> turns =
                    receiver.get().run(group.stream().map(Waiting::prepared).toList(), Turn.Mode.ON_TIME);
            for (int i = 0; i < group.size(); i++) {
                group.get(i).answer.complete(turns.get(i).answer());
            }
        } catch (RuntimeException | StackOverflowError apart) {
            group.forEach(one -> Thread.startVirtualThread(() -> runAlone(one)));
        }
    }

    private void runAlone(Waiting one) {
        try {
            one.answer.complete(alone.apply(one.prepared()));
        } catch (RuntimeException | StackOverflowError failed) {
            one.answer.completeExceptionally(failed);
        }
    }
}
