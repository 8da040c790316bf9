package id.pendopo.config.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class BoundedPasswordEncoderTests {

    private static final int CALLERS = 64;

    @Test
    void hashesTwoAtOnceOnPlatformThreadsAndSendsAwayWhatTheQueueDoesNotHold() throws Exception {
        Slow hashes = new Slow();
        AtomicInteger sentAway = new AtomicInteger();
        List<Future<Boolean>> results = new ArrayList<>();
        try (BoundedPasswordEncoder encoder = new BoundedPasswordEncoder(hashes);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CALLERS; i++) {
                results.add(callers.submit(() -> {
                    try {
                        return encoder.matches("wrong", "hash");
                    } catch (HashingBusy busy) {
                        sentAway.incrementAndGet();
                        throw busy;
                    }
                }));
            }
            int taken = BoundedPasswordEncoder.AT_ONCE + BoundedPasswordEncoder.WAITING;
            await().until(() -> sentAway.get() == CALLERS - taken);
            hashes.goOn.countDown();

            int answered = 0;
            for (Future<Boolean> result : results) {
                answered += answered(result);
            }
            assertThat(answered).isEqualTo(taken);
        }
        assertThat(hashes.most.get()).isEqualTo(BoundedPasswordEncoder.AT_ONCE);
        assertThat(hashes.onVirtualThreads.get()).isZero();
    }

    @Test
    void tellsTheCallerWhatTheEncoderThrew() {
        PasswordEncoder broken = new Slow() {
            @Override
            public String encode(@Nullable CharSequence password) {
                throw new IllegalArgumentException("too long");
            }
        };
        try (BoundedPasswordEncoder encoder = new BoundedPasswordEncoder(broken)) {
            assertThatThrownBy(() -> encoder.encode("x"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("too long");
        }
    }

    private static int answered(Future<Boolean> result) throws InterruptedException {
        try {
            result.get();
            return 1;
        } catch (ExecutionException busy) {
            assertThat(busy).hasCauseInstanceOf(HashingBusy.class);
            return 0;
        }
    }

    /** Hashes until it is told to go on, and counts how many do so at once. */
    private static class Slow implements PasswordEncoder {

        private final CountDownLatch goOn = new CountDownLatch(1);
        private final AtomicInteger now = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private final AtomicInteger onVirtualThreads = new AtomicInteger();

        @Override
        public String encode(@Nullable CharSequence password) {
            return "";
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            onVirtualThreads.addAndGet(Thread.currentThread().isVirtual() ? 1 : 0);
            try {
                goOn.await();
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
            now.decrementAndGet();
            return false;
        }
    }
}
