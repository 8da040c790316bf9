package id.pendopo.channels.attachments.scan;

/** A virus scanner for files; any thread may ask, and waits for the answer. */
@FunctionalInterface
public interface VirusScanner {

    /** What is known of a file. A closed set. */
    enum Verdict {
        /** Nothing was found, or nobody scans here. */
        CLEAN,
        /** Something was found. */
        INFECTED,
        /** It is larger than the scanner takes. */
        TOO_LARGE,
        /** The scanner did not answer in time, or not in words that mean one of the others: ask again later. */
        AWAY
    }

    Verdict scan(byte[] file);
}
