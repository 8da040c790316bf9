package id.pendopo.conversation.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.pendopo.channels.Address;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;

class SenderLocksTests {

    private static final Address ONE = new Address("test", "+6281200000001");
    private static final Address OTHER = new Address("test", "+6281200000002");

    private final SenderLocks locks = new SenderLocks();
    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch leave = new CountDownLatch(1);
    private final List<Integer> entered = Collections.synchronizedList(new ArrayList<>());

    private Thread stayer() throws InterruptedException {
        Thread stayer = Thread.startVirtualThread(() -> locks.admit(List.of(ONE), () -> {
            inside.countDown();
            return awaited(leave);
        }));
        inside.await();
        return stayer;
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void letsThePersonsMessagesInOneByOneInTheirOrder() throws Exception {
        Thread stayer = stayer();
        List<Thread> waiting = new ArrayList<>();
        for (int number : IntStream.range(0, 5).toArray()) {
            Thread next = Thread.ofPlatform().start(() -> locks.admit(List.of(ONE), () -> entered.add(number)));
            await().until(() -> next.getState() == Thread.State.TIMED_WAITING);
            waiting.add(next);
        }
        assertThat(entered).isEmpty();

        leave.countDown();

        stayer.join();
        for (Thread next : waiting) {
            next.join();
        }
        assertThat(entered).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void knowsWhetherSomebodyWaits() throws Exception {
        Thread stayer = stayer();
        assertThat(locks.awaited(ONE)).isFalse();

        Thread next = Thread.ofPlatform().start(() -> locks.admit(List.of(ONE), () -> entered.add(1)));
        await().until(() -> locks.awaited(ONE));
        assertThat(locks.awaited(OTHER)).isFalse();

        leave.countDown();
        stayer.join();
        next.join();
        assertThat(locks.awaited(ONE)).isFalse();
    }

    @Test
    void letsOthersPass() throws Exception {
        Thread stayer = stayer();

        assertThat(locks.admit(List.of(OTHER, OTHER), () -> "in")).isEqualTo("in");

        leave.countDown();
        stayer.join();
    }

    @Test
    void sendsAwayWhoWaitsTooLongAndKeepsNoDoorShutBehindThem() throws Exception {
        Thread stayer = stayer();

        assertThatThrownBy(() -> locks.admit(List.of(OTHER, ONE), () -> "in"))
                .isInstanceOf(CannotAcquireLockException.class);

        leave.countDown();
        stayer.join();
        Thread next = Thread.startVirtualThread(() -> locks.admit(List.of(ONE, OTHER), () -> entered.add(1)));
        next.join();
        assertThat(entered).containsExactly(1);
    }
}
