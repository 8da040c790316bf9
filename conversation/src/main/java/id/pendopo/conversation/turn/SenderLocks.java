package id.pendopo.conversation.turn;

import id.pendopo.channels.Address;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;

/**
 * Striped fair locks by sender, in this process: the messages of one person have their turns one after the other, in
 * the order in which they came to this node. Who waits here holds no connection, and its facts are gathered when it is
 * its turn; that no other node comes in between is for the row's lock to see.
 */
@Component
class SenderLocks {

    /** Two people share a lock now and then; they are only a little slower then. */
    private static final int STRIPES = 4096;

    /** With the 3 s that a connection may take still within the 8 s in which every caller hears something. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<ReentrantLock> locks =
            Stream.generate(() -> new ReentrantLock(true)).limit(STRIPES).toList();

    /**
     * Any thread may call, outside any transaction.
     *
     * @throws CannotAcquireLockException too many messages of these people wait already; nothing was done
     */
    <T> T admit(Collection<Address> people, Supplier<T> turn) {
        return admit(people, PATIENCE, turn);
    }

    /**
     * The same without waiting.
     *
     * @throws CannotAcquireLockException somebody is before one of these people; nothing was done
     */
    <T> T admitAtOnce(Collection<Address> people, Supplier<T> turn) {
        return admit(people, Duration.ZERO, turn);
    }

    /** Whether another message waits for this person's to be done. */
    boolean awaited(Address person) {
        return locks.get(stripe(person)).hasQueuedThreads();
    }

    private <T> T admit(Collection<Address> people, Duration patience, Supplier<T> turn) {
        Deque<ReentrantLock> passed = new ArrayDeque<>();
        try {
            for (ReentrantLock lock : locks(people)) {
                enter(lock, patience);
                passed.push(lock);
            }
            return turn.get();
        } finally {
            passed.forEach(ReentrantLock::unlock);
        }
    }

    /** In one order for everybody. */
    private List<ReentrantLock> locks(Collection<Address> people) {
        return people.stream()
                .map(SenderLocks::stripe)
                .distinct()
                .sorted()
                .map(locks::get)
                .toList();
    }

    private static int stripe(Address person) {
        return Math.floorMod(person.hashCode(), STRIPES);
    }

    private static void enter(ReentrantLock lock, Duration patience) {
        try {
            if (!lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CannotAcquireLockException("the messages before this one take too long");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new CannotAcquireLockException("told to stop while others were before this message", stopping);
        }
    }
}
