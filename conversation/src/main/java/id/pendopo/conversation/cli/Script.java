package id.pendopo.conversation.cli;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A dialogue as a file tells it.
 *
 * @param channel the line that it runs on, by its kind or by what people call it
 * @param language what the citizen's client asks for
 */
record Script(String name, String channel, Optional<Locale> language, List<Step> steps) {

    private static final Pattern HEAD = Pattern.compile("#\\s*(?<key>channel|now|lang)\\b(?<value>.*)");
    /** A script that names no line runs on one of long texts. */
    private static final String ANY = "script";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** A line of the file; {@code number} counts from 1. */
    sealed interface Step {

        int number();

        /** {@code # now}: the clock stands there. */
        record Now(int number, OffsetDateTime at) implements Step {}

        /** {@code > text}: the citizen. */
        record Citizen(int number, String text) implements Step {}

        /** {@code * close text}, {@code * agent text}, {@code * take}, {@code * return}: somebody at the desk. */
        record Desk(int number, String act, String text) implements Step {}

        /** {@code < text}: contained in the next message of the desk, or in the one that the line before looked at. */
        record Contains(int number, String text) implements Step {}

        /** {@code <= text}: equal to it. */
        record Equals(int number, String text) implements Step {}

        /** {@code <! text}: in no message of this turn. */
        record Lacks(int number, String text) implements Step {}

        /** {@code < @ENDING article=ID}: how the turn ended, and what it quoted. */
        record Ends(int number, String ending, Optional<String> article) implements Step {}
    }

    /** A script that cannot be understood; names the line. */
    static final class Malformed extends RuntimeException {

        Malformed(int line, String why) {
            super("line " + line + ": " + why);
        }
    }

    /** @throws Malformed the first line that cannot be understood */
    static Script read(String name, List<String> lines) {
        String channel = ANY;
        Optional<Locale> language = Optional.empty();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replace(BYTE_ORDER_MARK, "").strip();
            Matcher head = HEAD.matcher(line);
            if (!head.matches()) {
                step(i + 1, line).ifPresent(steps::add);
                continue;
            }
            String value = head.group("value").strip();
            switch (head.group("key")) {
                case "channel" -> channel = channel(i + 1, value);
                case "lang" -> language = Optional.of(language(i + 1, value));
                default -> steps.add(new Step.Now(i + 1, moment(i + 1, value)));
            }
        }
        return new Script(name, channel, language, List.copyOf(steps));
    }

    private static String channel(int number, String channel) {
        if (!channel.matches("[a-z][a-z0-9-]*")) {
            throw new Malformed(number, "\"# channel\" is followed by a kind of line, such as sms or web");
        }
        return channel;
    }

    private static Locale language(int number, String tag) {
        if (!tag.matches("[a-z]{2,3}")) {
            throw new Malformed(number, "\"# lang\" is followed by a language, such as id or en");
        }
        return Locale.of(tag);
    }

    private static OffsetDateTime moment(int number, String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new Malformed(
                    number, "\"# now\" is followed by a time with its offset, such as 2026-03-20T20:15+07:00");
        }
    }

    private static Optional<Step> step(int number, String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return Optional.empty();
        }
        if (line.startsWith(">")) {
            return Optional.of(new Step.Citizen(number, line.substring(1).strip()));
        }
        if (line.startsWith("*")) {
            String[] parts = line.substring(1).strip().split("\\s+", 2);
            return Optional.of(new Step.Desk(number, parts[0], parts.length > 1 ? parts[1] : ""));
        }
        if (line.startsWith("<=")) {
            return Optional.of(new Step.Equals(number, line.substring(2).strip()));
        }
        if (line.startsWith("<!")) {
            return Optional.of(new Step.Lacks(number, line.substring(2).strip()));
        }
        if (line.startsWith("<")) {
            return Optional.of(expected(number, line.substring(1).strip()));
        }
        throw new Malformed(number, "begins with none of > < <= <! * #");
    }

    private static Step expected(int number, String text) {
        if (!text.startsWith("@")) {
            return new Step.Contains(number, text);
        }
        String[] parts = text.substring(1).split("\\s+article=");
        return new Step.Ends(
                number, parts[0].strip(), parts.length > 1 ? Optional.of(parts[1].strip()) : Optional.empty());
    }
}
