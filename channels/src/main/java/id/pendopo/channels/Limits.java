package id.pendopo.channels;

import java.time.Duration;
import java.util.Optional;

/**
 * A rate limiter: how often somebody may do something, on all nodes together where Redis is configured, on each node
 * otherwise. A limit never silences a citizen: who is over it is told politely how long to wait.
 */
public interface Limits {

    /**
     * Counts one use.
     *
     * @param what names who does what, such as {@code chat/message/} and a session's id; no address in the clear
     * @param times how often within the period, at least 1
     * @return how long to wait, at least a second; empty means go on
     */
    Optional<Duration> exceeded(String what, int times, Duration within);

    /** How many uses the busiest of those has whose name begins so, as far as this node counts; 0 where nobody does. */
    default long busiest(String prefix) {
        return 0;
    }
}
