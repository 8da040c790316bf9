package id.pendopo.config.ledger;

import id.pendopo.config.ledger.Provider.Moment;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** Where a provider stops a message: before it takes it, or before it says that it did. */
final class Halt {

    private final AtomicReference<Stop> stop = new AtomicReference<>();
    private volatile CompletableFuture<Void> released = new CompletableFuture<>();

    private record Stop(Moment moment, CompletableFuture<Void> stopped) {}

    /** See {@link Provider#stopNext}. */
    CompletableFuture<Void> next(Moment moment) {
        Stop next = new Stop(moment, new CompletableFuture<>());
        stop.set(next);
        return next.stopped();
    }

    void release() {
        stop.set(null);
        CompletableFuture<Void> before = released;
        released = new CompletableFuture<>();
        before.complete(null);
    }

    /**
     * A message comes.
     *
     * @return whether the provider says that it took it; otherwise it says nothing
     */
    boolean passes(Runnable take) {
        Stop waiting = stop.getAndSet(null);
        CompletableFuture<Void> until = released;
        if (waiting == null) {
            take.run();
            return true;
        }
        if (waiting.moment() == Moment.NOT_ANSWERED) {
            take.run();
        }
        waiting.stopped().complete(null);
        until.join();
        return false;
    }
}
