package id.pendopo.knowledge.editor;

import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.Aspect;
import id.pendopo.knowledge.articles.Edition;
import id.pendopo.knowledge.text.Gsm7;
import id.pendopo.knowledge.text.Sentences;
import id.pendopo.knowledge.text.ValidityWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Readability check: measures how a text arrives: as a text message, spoken, on a menu of a simple phone, and before
 * tired eyes.
 *
 * @param septets length of the text message in GSM-7, 0 if it cannot be written in it
 * @param segments how many messages are paid for
 * @param seconds how long the spoken text takes
 * @param pages of a USSD menu that the text message fills
 * @param findings what must or should be mended, in the order of the page
 */
public record Lint(int septets, int segments, long seconds, int pages, List<Finding> findings) {

    /** The message of a figure without a source. */
    public static final String UNSOURCED = "editor.lint.unsourced";

    private static final int MOST_SECONDS = 20;
    /** The pace of a clear voice, in words a minute. */
    private static final double PACE = 135;
    /** Characters that fit on one page of a menu. */
    private static final int USSD_PAGE = 182;
    /** A message that is cut in several carries fewer characters in each: GSM-7 153, otherwise 67 instead of 70. */
    private static final int GSM_PART = 153;

    private static final int WIDE = 70;
    private static final int WIDE_PART = 67;
    private static final ValidityWords VALIDITY = new ValidityWords();
    private static final int LONG_SENTENCE = 25;
    private static final int LONG_WORD = 18;

    /**
     * Something to mend.
     *
     * @param label of the part, a message key
     * @param must whether it may not be published so
     * @param message key, with its arguments
     */
    public record Finding(String label, boolean must, String message, List<Object> arguments) {

        public Object[] args() {
            return arguments.toArray();
        }
    }

    public static Lint of(Edition edition) {
        ArticleVersion text = edition.text();
        int septets = Gsm7.length(text.sms());
        boolean narrow = septets < Integer.MAX_VALUE;
        int length = text.sms().length();
        int segments = narrow ? parts(septets, Gsm7.SEGMENT, GSM_PART) : parts(length, WIDE, WIDE_PART);
        long seconds = Math.round(words(text.voice()) * 60 / PACE);
        List<Finding> findings = new ArrayList<>(missing(text));
        if (!narrow) {
            findings.add(must("editor.part.sms", "editor.lint.letters", strange(text.sms())));
        } else if (segments > 1) {
            findings.add(must("editor.part.sms", "editor.lint.sms", septets, segments));
        }
        if (seconds > MOST_SECONDS) {
            findings.add(must("editor.part.voice", "editor.lint.voice", seconds));
        }
        ArticlePage.unsourced(edition).stream().sorted().forEach(label -> findings.add(must(label, UNSOURCED)));
        Optional.ofNullable(text.fields().get(Aspect.DURATION))
                .filter(VALIDITY::in)
                .ifPresent(_ -> findings.add(should("aspect." + Aspect.DURATION, "editor.lint.validity")));
        Part.of(edition).stream().limit(Part.READ_BY_CITIZENS).forEach(part -> findings.addAll(hard(part)));
        return new Lint(narrow ? septets : 0, segments, seconds, parts(length, USSD_PAGE, USSD_PAGE), findings);
    }

    /** Whether nothing stands in the way of publishing. */
    public boolean passes() {
        return findings.stream().noneMatch(Finding::must);
    }

    private static List<Finding> missing(ArticleVersion text) {
        return Stream.of(
                        Map.entry("editor.part.summary", text.summary()),
                        Map.entry("editor.part.sms", text.sms()),
                        Map.entry("editor.part.voice", text.voice()))
                .filter(part -> part.getValue().isEmpty())
                .map(part -> must(part.getKey(), "editor.lint.missing"))
                .toList();
    }

    /** Its longest sentence and its longest word, if they are too long to be taken in at once. */
    private static List<Finding> hard(Part part) {
        List<Finding> findings = new ArrayList<>();
        Sentences.of(part.text()).stream()
                .map(Lint::words)
                .max(Comparator.naturalOrder())
                .filter(words -> words > LONG_SENTENCE)
                .ifPresent(words -> findings.add(should(part.label(), "editor.lint.sentence", words)));
        longest(part.text())
                .filter(word -> word.length() >= LONG_WORD)
                .ifPresent(word -> findings.add(should(part.label(), "editor.lint.word", word)));
        return findings;
    }

    private static Optional<String> longest(String text) {
        return Stream.of(text.split("[^\\p{L}]+")).max(Comparator.comparingInt(String::length));
    }

    private static String strange(String text) {
        return text.codePoints()
                .mapToObj(Character::toString)
                .filter(letter -> Gsm7.length(letter) == Integer.MAX_VALUE)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static int parts(int length, int whole, int part) {
        return length <= whole ? 1 : (length + part - 1) / part;
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    private static Finding must(String label, String message, Object... arguments) {
        return new Finding(label, true, message, List.of(arguments));
    }

    private static Finding should(String label, String message, Object... arguments) {
        return new Finding(label, false, message, List.of(arguments));
    }
}
