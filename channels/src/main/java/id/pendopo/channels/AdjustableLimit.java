package id.pendopo.channels;

/**
 * An adjustable limit: a number that an administrator changes on the page of limits, on all nodes at once. A package makes
 * one bean for each of its own and asks {@link LimitValues} when it needs it.
 *
 * @param name permanent, {@code chat-messages}; unique in the desk
 * @param label key of the message bundle; {@code .hint} behind it explains the unit and what happens beyond
 * @param standard until somebody changes it
 * @param least the smallest that may be set
 * @param most the largest
 * @param byAccount whether a channel account may have a number of its own
 */
public record AdjustableLimit(String name, String label, long standard, long least, long most, boolean byAccount) {

    public AdjustableLimit {
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
