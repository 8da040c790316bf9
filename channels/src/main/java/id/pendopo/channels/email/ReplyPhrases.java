package id.pendopo.channels.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What mail clients write around the mail that is answered, from {@code mail/replies.tsv}: a name, a tab, a phrase, in which
 * {@code …} stands for anything.
 */
final class ReplyPhrases {

    private static final String FILE = "/mail/replies.tsv";
    private static final String ANYTHING = "…";

    private final List<Phrase> phrases;

    private ReplyPhrases(List<Phrase> phrases) {
        this.phrases = phrases;
    }

    /** What a line of the file is about. */
    enum Kind {
        /** Stands before a quotation, on one line. */
        QUOTE,
        /** The same where a client may break it. */
        QUOTE_LINES,
        /** Begins the answered mail, which ends the letter. */
        ORIGINAL,
        /** The first of the header fields that stand before the answered mail. */
        FIELD,
        /** A later one of them. */
        FIELD_AFTER,
        /** What a telephone puts below a letter. */
        SIGNATURE,
        /** What stands before the subject of a reply, with a colon behind it. */
        SUBJECT
    }

    private record Phrase(Kind kind, List<String> fragments) {

        /** All fragments in order: the first begins the text, the last ends it. */
        boolean matches(String text) {
            if (!text.startsWith(fragments.getFirst()) || !text.endsWith(fragments.getLast())) {
                return false;
            }
            int at = 0;
            for (String fragment : fragments) {
                int found = text.indexOf(fragment, at);
                if (found < 0) {
                    return false;
                }
                at = found + fragment.length();
            }
            return fragments.size() > 1 || text.equals(fragments.getFirst());
        }
    }

    static ReplyPhrases load() {
        try (InputStream file = Objects.requireNonNull(ReplyPhrases.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return new ReplyPhrases(lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(ReplyPhrases::phrase)
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Phrase phrase(String line) {
        String[] columns = line.split("\t", 2);
        if (columns.length != 2) {
            throw new IllegalStateException(FILE + " has a line without a tab: " + line);
        }
        Kind kind = Kind.valueOf(columns[0].toUpperCase(Locale.ROOT).replace('-', '_'));
        return new Phrase(kind, List.of(folded(columns[1]).split(ANYTHING, -1)));
    }

    boolean matches(Kind kind, String text) {
        String folded = folded(text);
        return phrases.stream().anyMatch(phrase -> phrase.kind() == kind && phrase.matches(folded));
    }

    private static String folded(String text) {
        return text.replace('*', ' ').replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
