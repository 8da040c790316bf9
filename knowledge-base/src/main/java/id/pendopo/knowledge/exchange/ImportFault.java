package id.pendopo.knowledge.exchange;

import java.util.Arrays;
import java.util.List;

/** Parse error of one part of a file: report the fault and go on with the next row, line or chapter. */
final class ImportFault extends Exception {

    private final int line;
    private final transient List<String> args;

    /**
     * @param line from 1; 0 for the file as a whole
     * @param key of the message that says what to do
     */
    ImportFault(int line, String key, Object... args) {
        super(key);
        this.line = line;
        this.args = Arrays.stream(args).map(String::valueOf).toList();
    }

    int line() {
        return line;
    }

    String key() {
        return String.valueOf(getMessage());
    }

    List<String> args() {
        return args;
    }
}
