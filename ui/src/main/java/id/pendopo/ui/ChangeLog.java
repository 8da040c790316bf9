package id.pendopo.ui;

import java.util.Map;

/**
 * Audit log: where pages of administration write down who changed what. The layout's owner keeps it; a module that runs
 * alone has none.
 */
public interface ChangeLog {

    /** Writes a change down within the caller's transaction: what is rolled back did not happen. */
    void record(Change change);

    /**
     * What somebody changed. Never a password, a key, or anything else that is secret.
     *
     * @param actor who did it: {@code Principal.getName()}, or the name of a command
     * @param kind what kind of thing it is, as a key of the message bundles
     * @param subject which one, by its permanent name
     * @param before its values by the message keys of their fields; empty: it is new
     * @param after the same afterwards; empty: it is gone
     */
    record Change(String actor, String kind, String subject, Map<String, String> before, Map<String, String> after) {

        public Change {
            before = Map.copyOf(before);
            after = Map.copyOf(after);
        }
    }
}
