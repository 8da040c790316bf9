package id.pendopo.channels;

/**
 * The free space of the disk that the data folder lies on. Whoever would fill it asks first: messages come before files. Any
 * thread may ask; it costs one call of the system.
 */
public interface FreeSpace {

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
