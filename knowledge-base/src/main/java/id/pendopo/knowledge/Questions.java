package id.pendopo.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Query splitter: takes a message apart that asks several things at once, by the words
 * {@code ask.X} of the phrase files. Immutable; any thread may call. */
public final class Questions {

    private static final Pattern BLANKS = Pattern.compile("\\s{2,}");

    private static final Pattern COMMAS = Pattern.compile(",(?:\\s?+,)++");

    /** What each border of sentences has; most messages have none of it. */
    private static final Pattern MARKS = Pattern.compile("[?!;.,\\n]");

    private final Pattern border;

    /** Leaves a question its mark. */
    private final Pattern marked;

    private final Pattern conjunction;
    private final Pattern comma;

    /** "Sama sekali" is "at all". */
    private final Pattern clause;

    private final Pattern first;
    private final Pattern asks;

    /** Turns to another thing of which the same is asked: "kalau SIM?". */
    private final Pattern instead;

    /** The words that turn. */
    private final Pattern turning;

    /** What stands between fields or services that are listed together; most messages have none of it. */
    private final Pattern listed;

    /** What is asked of one service, by the words that citizens list together. */
    private final Pattern fields;

    private final Pattern oneField;
    private final Pattern services;

    /** Where what is asked of both stands behind them: what is to be done, what stands between the two, the question. */
    private final Pattern making;

    private final Pattern together;
    private final Pattern asked;

    /** A field with its question word; where another question stands behind it, it is one of its own. */
    private final Pattern answered;

    public Questions(Phrases phrases) {
        String sentence = "(?<=\\p{L}{2})(?<!\\b" + words(phrases, "ask.abbreviation") + ")\\.\\s+";
        String and = words(phrases, "ask.and");
        String anyAnd = words(phrases, "ask.and", "ask.and.regional");
        String asking = words(phrases, "ask.word") + "\\b";
        String askingOn = words(phrases, "ask.word", "ask.word.regional", "ask.on") + "\\b";
        String field = words(phrases, "ask.field");
        String listing = words(phrases, "ask.list");
        border = pattern("\\s*[?!;\\n]+\\s*|" + sentence + "|[\\s,]+" + and + "\\s+(?=" + asking + ")");
        marked = pattern(
                "(?<=[?!;])\\s*|\\s*\\n+\\s*|" + sentence + "|\\s*,\\s*(?=" + words(phrases, "ask.then") + "\\s)");
        conjunction = pattern("(?:[\\s,]+" + anyAnd + "\\s+|\\s?[&+]\\s?)(?=" + askingOn + ")");
        answered = pattern("\\b" + field + "\\s+" + words(phrases, "ask.word", "ask.word.regional") + "\\b(?:\\s"
                + words(phrases, "ask.all") + "\\b)?\\s(?=" + askingOn + ")");
        comma = pattern("\\s*,\\s*(?=" + askingOn + ")");
        clause = pattern(
                "\\s*,\\s+(?:" + anyAnd + "\\s+)?|\\s+" + anyAnd + "\\s+(?!" + words(phrases, "ask.not-and") + "\\b)");
        first = pattern("^" + and + "\\s+(?=\\S)");
        asks = pattern("\\?|\\b" + words(phrases, "ask.word", "ask.word.regional", "ask.sign") + "\\b");
        instead = pattern("^" + words(phrases, "ask.instead", "ask.instead.regional") + "\\s+\\S+(?:\\s+\\S+)?$");
        turning = pattern("^" + words(phrases, "ask.instead", "ask.instead.regional") + "\\s");
        listed = pattern("[,&+/]|\\b" + listing + "\\b");
        fields = pattern(
                "(?<before>.*?\\b)(?<fields>" + field + "(?:(?:\\s*[,&+/]\\s*(?:" + words(phrases, "ask.list.marked")
                        + "\\s+)?|\\s+" + listing + "\\s+)" + field + "\\b)++)(?<after>.*)");
        oneField = pattern(field + "\\b");
        services = pattern("(?<before>(?>.*?\\b" + field + "\\s+)(?:" + words(phrases, "ask.for")
                + "\\s+)*+)(?<one>\\S.*?)\\s*(?:&|\\s" + words(phrases, "ask.list.services") + ")\\s+(?<other>\\S.*)");
        making = pattern("\\b" + words(phrases, "ask.for") + "\\s");
        together = pattern("\\s?&\\s?|\\s" + words(phrases, "ask.list.services") + "\\s");
        asked = pattern("\\s" + askingOn);
    }

    /** Any of the words that stand under these names, the longest first. */
    private static String words(Phrases phrases, String... names) {
        return Arrays.stream(names)
                .flatMap(name -> phrases.wordings(name).stream())
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    /**
     * The parts of a message, in order, each a question or sentence of its own; a message that asks one thing comes back
     * as its only part, an empty one as no part.
     */
    public List<String> split(String text) {
        return parts(border, shortened(text)).toList();
    }

    /**
     * The same for a message whose questions are each answered, with their marks: also those that a comma parts, and the
     * fields of one service that are listed together ("syarat & biaya bikin ktp") as a question each.
     */
    public List<String> apart(String text) {
        return sentences(answered.matcher(shortened(text)).replaceAll("$0\n"))
                .flatMap(this::listed)
                .flatMap(sentence -> parts(conjunction, sentence))
                .flatMap(part -> commas(part).stream())
                .map(part -> first.matcher(part).replaceFirst(""))
                .toList();
    }

    /**
     * Two services of which one question asks the same ("syarat skck & ktp", "bikin skck sama ktp gimana"), as two questions;
     * empty if it names no two.
     */
    public List<String> services(String part) {
        if (!listed.matcher(part).find()) {
            return List.of();
        }
        String text = shortened(part);
        Matcher both = services.matcher(text);
        if (both.matches()) {
            return List.of(both.group("before") + both.group("one"), both.group("before") + both.group("other"));
        }
        return servicesBefore(text);
    }

    private List<String> servicesBefore(String text) {
        Matcher verb = making.matcher(text);
        Matcher and = together.matcher(text);
        Matcher question = asked.matcher(text);
        if (!verb.find() || !and.find(verb.end()) || !question.find(and.end())) {
            return List.of();
        }
        String rest = text.substring(question.start());
        return List.of(
                text.substring(0, and.start()) + rest,
                verb.group() + text.substring(and.end(), question.start()) + rest);
    }

    /** What a part tells before a comma or an "and", and what it asks behind it; empty if it does not both. */
    public List<String> told(String part) {
        String text = shortened(part).strip();
        Matcher border = clause.matcher(text);
        int told = 0;
        int asked = 0;
        while (border.find() && !asks(text.substring(asked, border.start()))) {
            told = border.start();
            asked = border.end();
        }
        return told == 0 || !asks(text.substring(asked))
                ? List.of()
                : List.of(text.substring(0, told), text.substring(asked));
    }

    /** Whether something is asked, by a mark or by its words. */
    public boolean asks(String part) {
        return asks.matcher(part).find();
    }

    /** Whether a short part asks the same of another thing than before ("kalau SIM?"). */
    public boolean instead(String part) {
        return instead.matcher(shortened(part).strip()).find();
    }

    /** Whether a part asks of another case than before ("kalau calonnya beda kota?"). */
    public boolean turns(String part) {
        return turning.matcher(part.strip()).find();
    }

    private Stream<String> sentences(String text) {
        return MARKS.matcher(text).find() ? parts(marked, text) : worded(Stream.of(text));
    }

    private Stream<String> listed(String sentence) {
        Matcher together = fields.matcher(sentence);
        return listed.matcher(sentence).find() && together.matches()
                ? oneField.matcher(together.group("fields"))
                        .results()
                        .map(field -> together.group("before") + field.group() + together.group("after"))
                : Stream.of(sentence);
    }

    /** A comma parts two questions; "KTP hilang, bagaimana mengurusnya" is one. */
    private List<String> commas(String part) {
        if (part.indexOf(',') < 0) {
            return List.of(part);
        }
        List<String> parts = new ArrayList<>();
        for (String piece : comma.split(part)) {
            boolean goesOn = !parts.isEmpty() && !asks(parts.getLast());
            parts.add(goesOn ? parts.removeLast() + ", " + piece : piece);
        }
        return parts;
    }

    /** Runs of blanks and of commas as one each: the patterns would try every way to take a long run apart. */
    private static String shortened(String text) {
        String spaced = BLANKS.matcher(text).replaceAll(run -> run.group().contains("\n") ? "\n" : " ");
        return COMMAS.matcher(spaced).replaceAll(",");
    }

    private static Stream<String> parts(Pattern border, String text) {
        return worded(Stream.of(border.split(text.strip())));
    }

    private static Stream<String> worded(Stream<String> parts) {
        return parts.map(String::strip).filter(part -> part.codePoints().anyMatch(Character::isLetter));
    }

    private static Pattern pattern(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }
}
