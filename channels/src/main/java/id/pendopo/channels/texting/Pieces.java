package id.pendopo.channels.texting;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;

/**
 * Message splitting: a text as several messages of a length that a line can carry, parted between lines, else at a
 * space where there is one, and never within a character.
 */
public final class Pieces {

    private Pieces() {}

    /**
     * Parts by characters.
     *
     * @param most Unicode code points of a message
     * @return at least one, without space at their ends
     */
    public static List<String> ofCharacters(String text, int most) {
        return of(text, most, _ -> 1);
    }

    /**
     * Parts by UTF-16 code units, which are never fewer than characters.
     *
     * @param most of a message, at least 2
     * @return at least one, without space at their ends
     */
    public static List<String> ofUnits(String text, int most) {
        return of(text, most, Character::charCount);
    }

    /**
     * Parts by bytes.
     *
     * @param most bytes of a message in UTF-8, at least 4
     * @return at least one, without space at their ends
     */
    public static List<String> ofBytes(String text, int most) {
        return of(text, most, character -> Character.toString(character).getBytes(StandardCharsets.UTF_8).length);
    }

    private static List<String> of(String text, int most, IntUnaryOperator size) {
        List<String> pieces = new ArrayList<>();
        String rest = text.strip();
        for (int fits = fitting(rest, most, size); fits < rest.length(); fits = fitting(rest, most, size)) {
            int end = end(rest, fits);
            pieces.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        pieces.add(rest);
        return pieces;
    }

    private static int fitting(String text, int most, IntUnaryOperator size) {
        int sum = 0;
        int end = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            sum += size.applyAsInt(character);
            if (sum > most) {
                return end;
            }
            end += Character.charCount(character);
        }
        return end;
    }

    /** What people see as one character may be several: a hand with the colour of its skin. */
    private static int end(String text, int most) {
        int line = text.lastIndexOf('\n', most);
        if (line > most / 2) {
            return line;
        }
        int space = Math.max(line, text.lastIndexOf(' ', most));
        if (space > 0) {
            return space;
        }
        BreakIterator seen = BreakIterator.getCharacterInstance(Locale.ROOT);
        seen.setText(text);
        int whole = seen.isBoundary(most) ? most : seen.preceding(most);
        return whole > 0 ? whole : most;
    }
}
