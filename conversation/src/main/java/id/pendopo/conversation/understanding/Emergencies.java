package id.pendopo.conversation.understanding;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Detects emergencies by words that mean danger to life. Read from {@code nlu/emergency.tsv}: kind and words per line;
 * a line of kind {@code paperwork} has the words that show that somebody asks about papers, not for rescue, and one of
 * kind {@code wish} what is heard even beside such words: that somebody wants to die.
 */
public final class Emergencies {

    /** Who helps; each has a text. */
    public enum Kind {
        FIRE,
        MEDICAL,
        CRIME,
        DISASTER,
        DESPAIR;

        public String key() {
            return "emergency." + name().toLowerCase(Locale.ROOT);
        }
    }

    private record Sign(Kind kind, Pattern words) {}

    private static final String PAPERWORK = "paperwork";
    private static final String WISH = "wish";

    private final List<Sign> signs;
    private final Pattern paperwork;
    private final Pattern wish;

    /** Any of the signs and wishes, so that most messages are looked through once. */
    private final Pattern any;

    public Emergencies() {
        List<String[]> rows = WordList.lines("emergency.tsv").stream()
                .map(line -> line.split("\t", 2))
                .toList();
        signs = rows.stream()
                .filter(row -> !Set.of(PAPERWORK, WISH).contains(row[0]))
                .map(row -> new Sign(Kind.valueOf(row[0].toUpperCase(Locale.ROOT)), WordList.whole(row[1])))
                .toList();
        paperwork = words(rows, PAPERWORK::equals);
        wish = words(rows, WISH::equals);
        any = words(rows, kind -> !kind.equals(PAPERWORK));
    }

    private static Pattern words(List<String[]> rows, Predicate<String> kind) {
        return WordList.whole(rows.stream()
                .filter(row -> kind.test(row[0]))
                .map(row -> row[1])
                .collect(joining("|")));
    }

    /** What kind of danger a message in lower case without punctuation speaks of. */
    public Optional<Kind> in(String plain) {
        if (!any.matcher(plain).find()) {
            return Optional.empty();
        }
        if (wish.matcher(plain).find()) {
            return Optional.of(Kind.DESPAIR);
        }
        if (paperwork.matcher(plain).find()) {
            return Optional.empty();
        }
        return signs.stream()
                .filter(sign -> sign.words().matcher(plain).find())
                .map(Sign::kind)
                .findFirst();
    }
}
