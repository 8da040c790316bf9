package id.pendopo.config.ledger;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * A bot's updates until the bot has them.
 *
 * @see <a href="https://core.telegram.org/bots/api#getting-updates">Getting updates</a>
 */
final class TelegramUpdates {

    private static final AtomicLong NUMBERS = new AtomicLong(730_000_000);
    private static final int LOOKS_EVERY_MILLIS = 20;

    private final NavigableMap<Long, Update> waiting = new TreeMap<>();
    private final Consumer<Update> acknowledged;

    TelegramUpdates(Consumer<Update> acknowledged) {
        this.acknowledged = acknowledged;
    }

    /**
     * An update.
     *
     * @param taken done when the bot has it
     */
    record Update(long id, String chat, String json, CompletableFuture<Void> taken) {}

    /** Adds one, with the next number. */
    synchronized Update add(String chat, LongFunction<String> json) {
        long id = NUMBERS.incrementAndGet();
        Update update = new Update(id, chat, json.apply(id), new CompletableFuture<>());
        waiting.put(id, update);
        notifyAll();
        return update;
    }

    /** The bot has it; later confirmations change nothing. */
    void confirm(Update update) {
        synchronized (this) {
            if (waiting.remove(update.id()) == null) {
                return;
            }
        }
        acknowledged.accept(update);
        update.taken().complete(null);
    }

    /** What comes from an offset on, at most so many, within so many seconds; everything before it is confirmed. */
    List<String> after(long offset, int limit, int seconds) {
        List<Update> before;
        synchronized (this) {
            before = List.copyOf(waiting.headMap(offset).values());
        }
        before.forEach(this::confirm);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        synchronized (this) {
            while (waiting.isEmpty() && System.nanoTime() < end && pause()) {}
            return waiting.values().stream().limit(limit).map(Update::json).toList();
        }
    }

    private boolean pause() {
        try {
            wait(LOOKS_EVERY_MILLIS);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
