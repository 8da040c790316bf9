package id.pendopo.knowledge.text;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sentence splitter: whole sentences and list items, so that a shortened answer never ends in the middle of one. */
public final class Sentences {

    private static final Pattern END = Pattern.compile(
            "(?<=[.!?;])(?<!(?:^|\\n)\\d{1,2}\\.)(?<!\\b(?:No|Jl|Nomor|dll|dsb|Bpk|Sdr)\\.)\\s+|\\s*\\n+\\s*");

    private Sentences() {}

    /** The sentences and list items of a text, without bullets. */
    public static List<String> of(String text) {
        return Stream.of(END.split(text.strip()))
                .map(part -> part.replaceFirst("^[-*]\\s+", "").strip())
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** As many leading sentences as are accepted together; the first one in any case. */
    public static String leading(String head, String text, Predicate<String> accepted) {
        String taken = "";
        for (String sentence : of(text)) {
            String longer = taken.isEmpty() ? head + sentence : joined(taken, sentence);
            if (!taken.isEmpty() && !accepted.test(longer)) {
                break;
            }
            taken = longer;
        }
        return taken.replaceFirst("[;:,]$", "");
    }

    /** All of them in one line. */
    public static String whole(String head, String text) {
        return leading(head, text, anything -> true);
    }

    private static String joined(String before, String sentence) {
        return before.matches("(?s).*[.!?;:,]$") ? before + " " + sentence : before + "; " + sentence;
    }
}
