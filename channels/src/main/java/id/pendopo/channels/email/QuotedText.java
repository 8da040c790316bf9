package id.pendopo.channels.email;

import id.pendopo.channels.email.ReplyPhrases.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Cuts from a letter what its writer did not write now: the mail that is answered, and signatures. */
final class QuotedText {

    /** A client breaks the line before a quotation at most so often. */
    private static final int LINES = 3;

    /** Characters of such a line. */
    private static final int LONGEST = 400;

    /** The header fields of an answered mail stand together. */
    private static final int FIELDS = 5;

    private final ReplyPhrases phrases;

    QuotedText(ReplyPhrases phrases) {
        this.phrases = phrases;
    }

    /** What is left may be empty: some answer by a click. */
    String without(String text) {
        List<String> lines = text.lines().map(String::stripTrailing).toList();
        List<String> own = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (line.startsWith(">")) {
                continue;
            }
            boolean before = own.stream().anyMatch(said -> !said.isBlank());
            if (original(lines, at) && (before || quoted(lines, at + 1))) {
                break;
            }
            int quote = quote(lines, at);
            if (quote > 0) {
                if (!quoted(lines, at + quote) && before) {
                    break; // Nothing marks what follows, so that all of it is the answered mail.
                }
                at += quote - 1;
            } else if (before && signature(line)) {
                break;
            } else {
                own.add(line);
            }
        }
        return own.stream().collect(Collectors.joining("\n")).strip();
    }

    /** @return how many lines the words before a quotation take here; 0 when these are none */
    private int quote(List<String> lines, int at) {
        StringBuilder joined = new StringBuilder();
        for (int many = 1; many <= LINES && at + many <= lines.size(); many++) {
            String line = lines.get(at + many - 1);
            if (line.isBlank() || line.startsWith(">")) {
                return 0;
            }
            joined.append(line).append(' ');
            if (joined.length() > LONGEST) {
                return 0;
            }
            boolean told = line.endsWith(":")
                    && (phrases.matches(Kind.QUOTE_LINES, joined.toString())
                            || many == 1 && phrases.matches(Kind.QUOTE, line));
            if (told && (dated(joined) || quoted(lines, at + many))) {
                return many;
            }
        }
        return 0;
    }

    /** A client names the time or the address; who only tells what somebody wrote does not. */
    private static boolean dated(CharSequence words) {
        return words.chars().anyMatch(character -> Character.isDigit(character) || character == '@');
    }

    /** Whether the next line with anything on it is marked as quoted. */
    private static boolean quoted(List<String> lines, int from) {
        return lines.stream()
                .skip(from)
                .filter(line -> !line.isBlank())
                .findFirst()
                .filter(line -> line.startsWith(">"))
                .isPresent();
    }

    private boolean original(List<String> lines, int at) {
        if (phrases.matches(Kind.ORIGINAL, lines.get(at))) {
            return true;
        }
        return phrases.matches(Kind.FIELD, lines.get(at))
                && lines.stream().skip(at + 1L).limit(FIELDS).anyMatch(line -> phrases.matches(Kind.FIELD_AFTER, line));
    }

    /** https://www.rfc-editor.org/rfc/rfc3676#section-4.3 */
    private boolean signature(String line) {
        return line.equals("--") || line.equals("\u2014") || phrases.matches(Kind.SIGNATURE, line);
    }
}
