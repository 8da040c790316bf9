package id.pendopo.knowledge;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word of a text as phrases are matched with it: letters and figures in a row, in small letters.
 *
 * @param start its first character in the text
 * @param end behind its last one
 */
public record PhraseWord(String word, int start, int end) {

    public static List<PhraseWord> of(String text) {
        List<PhraseWord> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && wordly(text.codePointAt(end))) {
                end += Character.charCount(text.codePointAt(end));
            }
            if (end > at) {
                words.add(new PhraseWord(text.substring(at, end).toLowerCase(Locale.ROOT), at, end));
            }
            at = end < text.length() ? end + Character.charCount(text.codePointAt(end)) : end;
        }
        return words;
    }

    /** A text's words with one space between them. */
    public static String plain(String text) {
        return of(text).stream().map(PhraseWord::word).collect(joining(" "));
    }

    /** A letter or a number, of any script: {@code [\\p{L}\\p{N}]}. */
    private static boolean wordly(int c) {
        int type = Character.getType(c);
        return Character.isLetter(c)
                || type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    @Override
    public String toString() {
        return "PhraseWord[REDACTED]";
    }
}
