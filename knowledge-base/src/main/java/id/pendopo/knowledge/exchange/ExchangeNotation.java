package id.pendopo.knowledge.exchange;

import id.pendopo.knowledge.ArticleVersion.Source;
import id.pendopo.knowledge.editor.Part;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Field notation: how the small parts of an article stand in files that people read and change. */
final class ExchangeNotation {

    private static final Pattern SOURCE = Pattern.compile("(.*\\S), (https?://\\S+), (\\d{4}-\\d{2}-\\d{2})");

    private ExchangeNotation() {}

    /** What {@link Part#source(Source)} wrote. */
    static Source source(int line, String text) throws ImportFault {
        Matcher parts = SOURCE.matcher(text);
        if (!parts.matches()) {
            throw new ImportFault(line, "editor.import.fault.source", text);
        }
        try {
            return new Source(parts.group(1), parts.group(2), LocalDate.parse(parts.group(3)));
        } catch (DateTimeException e) {
            throw new ImportFault(line, "editor.fault.day");
        }
    }

    static String internal(boolean internal) {
        return internal ? "yes" : "no";
    }

    static boolean internal(int line, String text) throws ImportFault {
        return switch (text.strip()) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new ImportFault(line, "editor.import.fault.internal", text.strip());
        };
    }

    /** The place of a source in the list, from 1; absent where nothing is written. */
    static @Nullable Integer number(int line, String text) throws ImportFault {
        String digits = text.strip();
        if (digits.isEmpty()) {
            return null;
        }
        if (!digits.matches("\\d{1,4}")) {
            throw new ImportFault(line, "editor.import.fault.number", digits);
        }
        return Integer.valueOf(digits);
    }
}
