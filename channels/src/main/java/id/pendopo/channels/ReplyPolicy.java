package id.pendopo.channels;

/**
 * The reply policy of the lines: whether the assistant may answer an address today, by what was spent and by the country of
 * the number. What is said of danger goes out whatever this says. Read from memory; any thread may ask.
 */
@FunctionalInterface
public interface ReplyPolicy {

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
