package id.pendopo.conversation.forms;

/** What a validator says. */
public sealed interface Verdict {

    /** Good; this is what is kept. */
    record Accepted(String value) implements Verdict {

        @Override
        public String toString() {
            return "Accepted[REDACTED]";
        }
    }

    /**
     * Not yet; says what to do.
     *
     * @param key of a text that says how to mend it
     * @param number fills {0}: how many characters or lines
     */
    record Refused(String key, int number) implements Verdict {}
}
