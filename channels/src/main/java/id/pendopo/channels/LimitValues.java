package id.pendopo.channels;

/**
 * The live values of the {@linkplain AdjustableLimit adjustable limits}: as they stand in the database, followed by every
 * node within two seconds. Read from memory; any thread may ask at any time.
 */
public interface LimitValues {

    /** For the whole desk. */
    default long of(String limit) {
        return of(limit, "");
    }

    /** For one channel account, which may have a number of its own. */
    long of(String limit, String account);
}
