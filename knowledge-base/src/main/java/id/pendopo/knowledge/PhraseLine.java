package id.pendopo.knowledge;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a phrase file: a name, a tab, a phrase.
 *
 * @param origin the file and the line's number, for messages
 * @param exception whether it says what is not meant: what begins or ends in it
 */
record PhraseLine(String origin, String name, boolean exception, PhraseNode phrase) {

    private static final String EXCEPTION = "!";

    private static final Pattern LINE =
            Pattern.compile("(?<name>[a-z0-9]++(?:[.-][a-z0-9]++)*+)\t(?<not>! )?+(?<phrase>.++)");

    /** @throws IllegalArgumentException it is no such line; the message says where and why */
    static PhraseLine of(String origin, String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException(origin + ": a name, a tab and a phrase are wanted, not: " + line);
        }
        try {
            return new PhraseLine(
                    origin, parts.group("name"), parts.group("not") != null, PhraseSyntax.read(parts.group("phrase")));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(origin + ": " + e.getMessage(), e);
        }
    }

    IllegalArgumentException refused(IllegalArgumentException why) {
        return new IllegalArgumentException(origin + ": " + why.getMessage(), why);
    }

    /** By what its matches are known: the name, and another one for what is not meant. */
    String key() {
        return exception ? exceptions(name) : name;
    }

    static String exceptions(String name) {
        return EXCEPTION + name;
    }
}
