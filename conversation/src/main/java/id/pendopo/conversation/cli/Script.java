package id.pendopo.conversation.cli;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A dialogue as a file tells it.
 *
 * @param kind the kind of line that it runs on
 * @param language what the citizen's client asks for
 */
record Script(String name, String kind, Optional<Locale> language, List<Step> steps) {

    /** A line of the file; {@code number} counts from 1. */
    sealed interface Step {

        int number();

        /** {@code # now}: the clock stands there. */
        record Now(int number, OffsetDateTime at) implements Step {}

        /** {@code > text}: the citizen. */
        record Citizen(int number, String text) implements Step {}

        /** {@code * close text}, {@code * agent text}, {@code * take}, {@code * return}: somebody at the desk. */
        record Desk(int number, String act, String text) implements Step {}

        /** {@code < text}: contained in the next message of the desk. */
        record Contains(int number, String text) implements Step {}

        /** {@code <= text}: equal to the next message of the desk. */
        record Equals(int number, String text) implements Step {}

        /** {@code <! text}: in no message of this turn. */
        record Lacks(int number, String text) implements Step {}

        /** {@code < @ENDING article=ID}: how the turn ended, and what it quoted. */
        record Ends(int number, String ending, Optional<String> article) implements Step {}
    }

    static Script read(String name, List<String> lines) {
        String kind = "web";
        Optional<Locale> language = Optional.empty();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith("# channel ")) {
                kind = kind(line.substring("# channel ".length()).strip());
            } else if (line.startsWith("# lang ")) {
                language =
                        Optional.of(Locale.of(line.substring("# lang ".length()).strip()));
            } else if (!line.isEmpty()) {
                step(i + 1, line).ifPresent(steps::add);
            }
        }
        return new Script(name, kind, language, List.copyOf(steps));
    }

    /** The contract's short names for kinds of lines. */
    private static String kind(String channel) {
        return switch (channel) {
            case "sms" -> "twilio-sms";
            case "voice" -> "twilio-voice";
            default -> channel;
        };
    }

    private static Optional<Step> step(int number, String line) {
        if (line.startsWith("# now ")) {
            return Optional.of(new Step.Now(
                    number,
                    OffsetDateTime.parse(line.substring("# now ".length()).strip())));
        }
        if (line.startsWith("#")) {
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
        throw new IllegalArgumentException("line " + number + " begins with none of > < <= <! * #");
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
