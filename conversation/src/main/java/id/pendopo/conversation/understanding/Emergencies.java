package id.pendopo.conversation.understanding;

import static java.util.stream.Collectors.joining;

import id.pendopo.conversation.dialogue.Confidence;
import id.pendopo.knowledge.TextClassifier.Guess;
import id.pendopo.ui.CountryPack;
import java.util.Arrays;
import java.util.EnumSet;
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
        VIOLENCE,
        DISASTER,
        DESPAIR;

        /** @throws IllegalArgumentException there is no such kind */
        static Kind of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }

        public String key() {
            return "emergency." + name().toLowerCase(Locale.ROOT);
        }
    }

    private record Sign(Kind kind, Pattern words, boolean ofThePack) {}

    private static final String FILE = "emergency.tsv";
    private static final String PAPERWORK = "paperwork";
    private static final String WISH = "wish";
    /** These are named even where the words are those of a question: whoever asks may be the one. */
    private static final Set<Kind> PERHAPS = EnumSet.of(Kind.VIOLENCE, Kind.DESPAIR);

    /** Which of the two it is, words tell better. */
    private static final Set<Kind> POLICE = EnumSet.of(Kind.CRIME, Kind.VIOLENCE);

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
        List<String[]> shipped = rows(WordList.lines(FILE)).toList();
        List<String[]> own = ofThePack(pack).toList();
        List<String[]> rows = Stream.concat(shipped.stream(), own.stream()).toList();
        signs = Stream.concat(signs(shipped, false), signs(own, true)).toList();
        paperwork = words(rows, PAPERWORK::equals);
        wish = words(rows, WISH::equals);
        any = words(rows, kind -> !kind.equals(PAPERWORK));
    }

    private static Stream<Sign> signs(List<String[]> rows, boolean ofThePack) {
        return rows.stream()
                .filter(row -> !Set.of(PAPERWORK, WISH).contains(row[0]))
                .map(row -> new Sign(Kind.of(row[0]), WordList.whole(row[1]), ofThePack));
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

    /**
     * The danger that a message speaks of, by its words, by what was learned and by what was asked before, together.
     *
     * @param plain the message in lower case without punctuation
     * @param learned who would help, and how sure it is that there is danger; of the country's own languages nothing was
     *     learned, and their words are enough
     * @param calmly how sure what was learned has to be where no word of danger is there
     */
    public Optional<Kind> in(String plain, Optional<Guess> learned, double calmly) {
        boolean worded = any.matcher(plain).find();
        if (worded && wish.matcher(plain).find()) {
            return Optional.of(Kind.DESPAIR);
        }
        boolean papers = paperwork.matcher(plain).find();
        Optional<Sign> sign = worded ? sign(plain) : Optional.empty();
        double needed = sign.isPresent() ? Confidence.DANGER_IN_WORDS : calmly;
        double enough = papers ? Math.max(calmly, Confidence.DANGER_AMONG_OTHERS) : needed;
        return learned.filter(guess -> guess.confidence() >= enough)
                .map(guess -> kind(sign, guess))
                .or(() -> sign.filter(found -> found.ofThePack() || learned.isEmpty())
                        .filter(_ -> !papers)
                        .map(Sign::kind));
    }

    private Optional<Sign> sign(String plain) {
        return signs.stream().filter(sign -> sign.words().matcher(plain).find()).findFirst();
    }

    private static Kind kind(Optional<Sign> sign, Guess guess) {
        Kind kind = Kind.of(guess.label());
        return sign.map(Sign::kind)
                .filter(said -> guess.confidence() < Confidence.KIND_OF_DANGER
                        || POLICE.contains(said) && POLICE.contains(kind))
                .orElse(kind);
    }

    /** What kind of danger a message may speak of although it is not heard as a call. */
    public Optional<Kind> perhaps(String plain, Optional<Guess> learned) {
        return learned.filter(guess -> guess.confidence() >= Confidence.PERHAPS_DANGER)
                .map(guess -> Kind.of(guess.label()))
                .or(() -> sign(plain).map(Sign::kind).filter(PERHAPS::contains));
    }
}
