package id.pendopo.knowledge.exchange;

import java.util.Arrays;
import java.util.List;

/**
 * Parse result: what one row, line or chapter of a file turned out to be. The line is that of the file, from 1; the row
 * is that of the table as a spreadsheet counts it, where a row may have many lines, and 0 outside of tables.
 */
sealed interface ImportEntry {

    int line();

    int row();

    /** What people who see the file in their own program look for. */
    default int place() {
        return row() > 0 ? row() : line();
    }

    /** An article that could be read. */
    record Read(int line, int row, ExchangedArticle article) implements ImportEntry {

        Read(int line, ExchangedArticle article) {
            this(line, 0, article);
        }
    }

    /**
     * Something that could not be taken.
     *
     * @param line 0 for the file as a whole
     * @param key of the message that says what to do
     */
    record Fault(int line, int row, String key, List<String> args) implements ImportEntry {

        public Fault {
            args = List.copyOf(args);
        }

        static Fault of(int line, String key, Object... args) {
            return new Fault(
                    line, 0, key, Arrays.stream(args).map(String::valueOf).toList());
        }

        static Fault of(ImportFault misread) {
            return new Fault(misread.line(), 0, misread.key(), misread.args());
        }

        Fault inRow(int number) {
            return new Fault(line, number, key, args);
        }
    }
}
