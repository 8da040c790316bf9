package id.pendopo.channels;

import java.time.Duration;
import java.util.Map;
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

    /**
     * An adjustable limit: a number that an administrator changes on the page of limits, on all nodes at once. A package makes
     * one bean for each of its own and asks {@link Values} when it needs it.
     *
     * @param name permanent, {@code chat-messages}; unique in the desk
     * @param label key of the message bundle; {@code .hint} behind it explains the unit and what happens beyond
     * @param standard until somebody changes it
     * @param least the smallest that may be set
     * @param most the largest
     * @param byAccount whether a channel account may have a number of its own
     */
    record Adjustable(String name, String label, long standard, long least, long most, boolean byAccount) {

        public Adjustable {
            if (!name.matches("[a-z0-9-]{1,40}") || label.isBlank()) {
                throw new IllegalArgumentException("a limit needs a short name and a label: " + name);
            }
            if (least > standard || standard > most) {
                throw new IllegalArgumentException(name + " lies between its least and its most");
            }
        }

        public boolean allows(long value) {
            return least <= value && value <= most;
        }
    }

    /**
     * The live values of the {@linkplain Adjustable adjustable limits}: as they stand in the database, followed by every
     * node within two seconds. Read from memory; any thread may ask at any time.
     */
    @FunctionalInterface
    interface Values {

        /** For the whole desk. */
        default long of(String limit) {
            return of(limit, "");
        }

        /** For one channel account, which may have a number of its own. */
        long of(String limit, String account);
    }

    /** How much of its limits somebody uses now, for the page of limits. */
    @FunctionalInterface
    interface Use {

        /** On this node or on all, by the limit's name. Never an address, nor anything that leads to one. */
        Map<String, Long> now();
    }

    /**
     * The reply policy of the lines: whether the assistant may answer an address today, by what was spent and by the country of
     * the number. What is said of danger goes out whatever this says. Read from memory; any thread may ask.
     */
    @FunctionalInterface
    interface ReplyPolicy {

        Verdict of(Address citizen);

        /** A closed set. */
        enum Verdict {
            OPEN,
            /** The line has spent what it may on this day. */
            CEILING,
            /** The number is of a country to which the line does not write. */
            COUNTRY
        }
    }

    /**
     * The free space of the disk that the data folder lies on. Whoever would fill it asks first: messages come before files. Any
     * thread may ask; it costs one call of the system.
     */
    interface FreeSpace {

        /** Bytes. */
        long bytes();

        Level level();

        /** A closed set. */
        enum Level {
            ENOUGH,
            /** No files are taken any more. */
            LOW,
            /** The desk is not ready: what is left is for the database to stop in order. */
            OUT
        }
    }
}
