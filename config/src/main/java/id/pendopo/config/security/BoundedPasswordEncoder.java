package id.pendopo.config.security;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes passwords on a fixed pool of two platform threads behind a bounded queue. A hash is slow on purpose (some 0.1 s of
 * one core): on virtual threads a few of them would take every carrier from those who serve citizens.
 */
final class BoundedPasswordEncoder implements PasswordEncoder, AutoCloseable {

    static final int AT_ONCE = 2;

    /** Two threads need about two seconds for as many. */
    static final int WAITING = 32;

    private final PasswordEncoder hashes;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("password-hash-", 0).factory());

    BoundedPasswordEncoder(PasswordEncoder hashes) {
        this.hashes = hashes;
    }

    /** @throws HashingBusy come back in some seconds */
    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return inTurn(() -> hashes.encode(password));
    }

    /** @throws HashingBusy come back in some seconds */
    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        return inTurn(() -> hashes.matches(password, hash));
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return hashes.upgradeEncoding(hash);
    }

    private <T extends @Nullable Object> T inTurn(Callable<T> work) {
        Future<T> result;
        try {
            result = threads.submit(work);
        } catch (RejectedExecutionException full) {
            throw new HashingBusy();
        }
        try {
            return result.get();
        } catch (InterruptedException stopping) {
            result.cancel(false);
            Thread.currentThread().interrupt();
            throw new HashingBusy();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException ours
                    ? ours
                    : new IllegalStateException(failed.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
