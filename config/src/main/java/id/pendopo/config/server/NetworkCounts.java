package id.pendopo.config.server;

import java.net.InetAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** A bounded counter for each client network; safe for all threads. */
final class NetworkCounts {

    private final ConcurrentHashMap<Network, Integer> counts = new ConcurrentHashMap<>();
    private final LongAdder refused = new LongAdder();
    private final Proxies proxies;
    private final int most;

    NetworkCounts(Proxies proxies, int most) {
        this.proxies = proxies;
        this.most = most;
    }

    /** Counts one more, or refuses it: then {@link #leave} must not be called. */
    boolean enter(InetAddress address) {
        return enter(address, most);
    }

    /** The same for a lower bound, while most places are taken. */
    boolean enter(InetAddress address, int most) {
        if (proxies.contain(address)) {
            return true;
        }
        boolean[] entered = {false};
        counts.compute(Network.of(address), (_, count) -> {
            int before = count == null ? 0 : count;
            entered[0] = before < most;
            return entered[0] ? Integer.valueOf(before + 1) : count;
        });
        if (!entered[0]) {
            refused.increment();
        }
        return entered[0];
    }

    void leave(InetAddress address) {
        if (!proxies.contain(address)) {
            counts.computeIfPresent(Network.of(address), (_, count) -> count > 1 ? count - 1 : null);
        }
    }

    long refused() {
        return refused.sum();
    }
}
