package id.pendopo.config.server;

import java.time.Duration;

/**
 * The limits of HTTP connections in this process.
 *
 * @param connections at most so many are open at once
 * @param perNetwork at most so many of one {@link Network}
 * @param deadline for reading a request's head and body, from its first byte
 * @param bytesPerSecond each so many bytes of a body that came in are worth one more second
 */
record ConnectionLimits(int connections, int perNetwork, Duration deadline, long bytesPerSecond) {

    /** A slow body costs 115 KB of heap, a slow head 49 KB; 2,000 of them leave three quarters to the desk's work. */
    private static final long HEAP_PER_CONNECTION = (1L << 30) / 2_000;

    private static final int FEWEST = 200;
    private static final int FEWEST_PER_NETWORK = 25;
    private static final int SHARE_OF_ONE_NETWORK = 8;

    static ConnectionLimits of(ConnectionProperties settings, long heapBytes) {
        int byHeap = (int) Math.clamp(heapBytes / HEAP_PER_CONNECTION, FEWEST, Integer.MAX_VALUE / 2);
        int all = settings.maxConnections() > 0 ? settings.maxConnections() : byHeap;
        int each = settings.maxPerAddress() > 0
                ? settings.maxPerAddress()
                : Math.max(FEWEST_PER_NETWORK, all / SHARE_OF_ONE_NETWORK);
        return new ConnectionLimits(
                all, each, settings.readDeadline(), settings.leastRate().toBytes());
    }

    /** Whether so many are more than three quarters of all: then everybody gets a quarter of the time and places. */
    boolean pressed(long open) {
        return open > connections * 3L / 4;
    }

    /** How many one network may hold. */
    int perNetwork(boolean pressed) {
        return pressed ? Math.max(1, perNetwork / 4) : perNetwork;
    }

    /** How long a request may take that has so many bytes of its body by now. */
    Duration allowed(long bytes, boolean pressed) {
        Duration base = pressed ? deadline.dividedBy(4) : deadline;
        return base.plusMillis(bytes * 1000 / bytesPerSecond);
    }
}
