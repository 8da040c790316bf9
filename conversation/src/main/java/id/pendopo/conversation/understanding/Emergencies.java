package id.pendopo.conversation.understanding;

import static java.util.stream.Collectors.joining;

import id.pendopo.ui.CountryPack;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Detects emergencies by words that mean danger to life. Read from {@code nlu/emergency.tsv}, and from the {@code
 * emergency.tsv} of the country pack if it has one for its own languages: kind and words per line;
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

    private static final String FILE = "emergency.tsv";
    private static final String PAPERWORK = "paperwork";
    private static final String WISH = "wish";
    private static final String KINDS = Arrays.stream(Kind.values())
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .collect(joining("|", PAPERWORK + "|" + WISH + "|", ""));

    private final List<Sign> signs;
    private final Pattern paperwork;
    private final Pattern wish;

    /** Any of the signs and wishes, so that most messages are looked through once. */
    private final Pattern any;

    /** @throws id.pendopo.ui.CountryPackRefused the pack's file has a line that is no kind and no pattern */
    public Emergencies(CountryPack pack) {
        List<String[]> rows =
                Stream.concat(rows(WordList.lines(FILE)), ofThePack(pack)).toList();
        signs = rows.stream()
                .filter(row -> !Set.of(PAPERWORK, WISH).contains(row[0]))
                .map(row -> new Sign(Kind.valueOf(row[0].toUpperCase(Locale.ROOT)), WordList.whole(row[1])))
                .toList();
        paperwork = words(rows, PAPERWORK::equals);
        wish = words(rows, WISH::equals);
        any = words(rows, kind -> !kind.equals(PAPERWORK));
    }

    private static Stream<String[]> rows(List<String> lines) {
        return lines.stream().map(line -> line.split("\t", 2));
    }

    private static Stream<String[]> ofThePack(CountryPack pack) {
        return pack.has(FILE) ? pack.read(FILE, file -> rows(checked(WordList.lines(file)))) : Stream.empty();
    }

    private static List<String> checked(List<String> lines) {
        for (String line : lines) {
            if (!line.matches("(?:" + KINDS + ")\t.+")) {
                throw new IllegalArgumentException("a kind of " + KINDS + ", a tab, and words, not: " + line);
            }
            WordList.whole(line.split("\t", 2)[1]);
        }
        return lines;
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
