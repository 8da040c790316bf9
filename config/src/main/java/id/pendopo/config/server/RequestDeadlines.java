package id.pendopo.config.server;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the input of connections whose request takes too long to come in (slow loris, slow POST): Tomcat's own time-outs
 * begin anew with each byte. The thread or poller that reads then sees the end of the stream and closes by its usual way.
 */
final class RequestDeadlines {

    private static final Logger log = LoggerFactory.getLogger(RequestDeadlines.class);
    private static final long BETWEEN_WARNINGS = Duration.ofMinutes(1).toNanos();

    private final ConcurrentHashMap<BoundedProcessor, SocketChannel> reading = new ConcurrentHashMap<>();
    private final LongAdder cut = new LongAdder();
    private final ConnectionLimits limits;
    private final LongSupplier open;
    private long warned = System.nanoTime() - BETWEEN_WARNINGS;

    /** @param open how many connections there are now */
    RequestDeadlines(ConnectionLimits limits, LongSupplier open) {
        this.limits = limits;
        this.open = open;
    }

    void watch(BoundedProcessor processor, SocketChannel channel) {
        reading.put(processor, channel);
    }

    void forget(BoundedProcessor processor) {
        reading.remove(processor);
    }

    long cut() {
        return cut.sum();
    }

    /** Called by one thread, several times within a deadline. */
    void sweep() {
        boolean pressed = limits.pressed(open.getAsLong());
        long before = cut();
        reading.forEach((processor, channel) -> {
            if (!channel.isOpen()) {
                reading.remove(processor, channel);
            } else if (late(processor, pressed)) {
                end(channel);
                reading.remove(processor, channel);
            }
        });
        warn(cut() - before);
    }

    /** The processor's own thread goes on meanwhile: whoever is missed now is looked at again. */
    private boolean late(BoundedProcessor processor, boolean pressed) {
        try {
            return processor.late(limits, pressed);
        } catch (RuntimeException changing) {
            log.debug("A request ended while it was looked at.", changing);
            return false;
        }
    }

    private void end(SocketChannel channel) {
        try {
            channel.shutdownInput();
            cut.increment();
        } catch (IOException gone) {
            log.debug("A slow sender left before it was cut.", gone);
        }
    }

    private void warn(long now) {
        if (now > 0 && System.nanoTime() - warned > BETWEEN_WARNINGS) {
            warned = System.nanoTime();
            log.warn(
                    "{} slow senders were cut; pendopo_server_slow_requests_total counts them."
                            + " If there are many, limit connections in the proxy.",
                    now);
        }
    }
}
