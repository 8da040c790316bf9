package id.pendopo.channels.texting;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes a text with the characters of a plain telephone where nothing is lost by it: one typographic quotation mark
 * would make the whole message UCS-2 and more than double its price. Letters and emoji stay as they are.
 */
public final class PlainText {

    private static final Map<Integer, String> LOOK_ALIKES = each(Map.of(
            "‘’‚‛′ʹʻʼ`´", "'",
            "“”„‟″«»", "\"",
            "‐‑‒–—―−•·", "-",
            "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " ",
            "…", "...",
            "\u2028\u2029", "\n",
            "²", "2",
            "³", "3",
            "×", "x",
            "\u00ad\u200b\u2060\ufeff", ""));

    private PlainText() {}

    public static String of(String text) {
        if (isPlain(text)) {
            return text.strip();
        }
        String composed = Normalizer.normalize(text.replace("\r\n", "\n"), Normalizer.Form.NFC);
        StringBuilder plain = new StringBuilder(composed.length());
        composed.codePoints().filter(PlainText::printable).forEach(character -> {
            String alike = LOOK_ALIKES.get(character);
            if (alike == null) {
                plain.appendCodePoint(character);
            } else {
                plain.append(alike);
            }
        });
        return plain.toString().strip();
    }

    /** Whether every character would stay, as most texts have it: ASCII without what looks like a quotation mark. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if ((character < ' ' && character != '\n') || character > '~' || character == '`') {
                return false;
            }
        }
        return true;
    }

    private static Map<Integer, String> each(Map<String, String> alikes) {
        Map<Integer, String> each = new HashMap<>();
        alikes.forEach((characters, alike) -> characters.chars().forEach(character -> each.put(character, alike)));
        return Map.copyOf(each);
    }

    /** What XML and telephones can carry: no control characters, no half of a surrogate pair. */
    private static boolean printable(int character) {
        return character == '\n'
                || character == '\t'
                || character >= ' '
                        && character != 0x7f
                        && !(character >= 0x80 && character < 0xa0)
                        && !(character >= 0xd800 && character <= 0xdfff)
                        && character != 0xfffe
                        && character != 0xffff;
    }
}
