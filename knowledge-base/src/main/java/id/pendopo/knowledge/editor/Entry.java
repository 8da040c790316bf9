package id.pendopo.knowledge.editor;

import java.util.List;

/** What one row, line or chapter of a file turned out to be; the line is that of the file, from 1. */
sealed interface Entry {

    int line();

    /** An article that could be read. */
    record Read(int line, Exchanged article) implements Entry {}

    /**
     * Something that could not be taken.
     *
     * @param line 0 for the file as a whole
     * @param key of the message that says what to do
     */
    record Fault(int line, String key, List<String> args) implements Entry {

        public Fault {
            args = List.copyOf(args);
        }

        static Fault of(int line, String key, Object... args) {
            return new Fault(
                    line, key, List.of(args).stream().map(String::valueOf).toList());
        }
    }
}
