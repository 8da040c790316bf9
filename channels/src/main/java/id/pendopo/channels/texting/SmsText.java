package id.pendopo.channels.texting;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * A text as it travels in SMS segments: GSM-7 when every character is in that alphabet, UCS-2 otherwise.
 *
 * @param characters as Twilio shows them: a character of the extension table counts twice, an emoji once
 * @param units what segments are filled with: 7-bit septets, or 16-bit UTF-16 units
 * @param segments messages that are paid for, from 1
 * @param foreign the characters that are not in GSM-7, each as often as it occurs
 * @see <a href="https://www.twilio.com/docs/glossary/what-is-gsm-7-character-encoding">GSM-7 at Twilio</a>
 * @see <a href="https://www.etsi.org/deliver/etsi_ts/123000_123099/123038/">3GPP TS 23.038</a>
 */
public record SmsText(Encoding encoding, int characters, int units, int segments, List<String> foreign) {

    /** How a text is coded, with the units that fit one message alone and each message of several. */
    public enum Encoding {
        GSM_7(160, 153, 7),
        UCS_2(70, 67, 16);

        private final int alone;
        private final int joined;
        private final int bits;

        Encoding(int alone, int joined, int bits) {
            this.alone = alone;
            this.joined = joined;
            this.bits = bits;
        }

        int bits() {
            return bits;
        }
    }

    private static final BitSet BASIC = set("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");
    private static final BitSet EXTENSION = set("^{}\\[~]|€\f");

    public SmsText {
        foreign = List.copyOf(foreign);
    }

    public static SmsText measure(String text) {
        List<String> foreign = foreign(text);
        return foreign.isEmpty() ? gsm(text) : ucs(text, foreign);
    }

    /** Units that fit as many segments as the text takes. */
    public int fits() {
        return segments <= 1 ? encoding.alone : segments * encoding.joined;
    }

    private static SmsText gsm(String text) {
        int[] sizes = new int[text.length()];
        int units = 0;
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = EXTENSION.get(text.charAt(i)) ? 2 : 1;
            units += sizes[i];
        }
        return new SmsText(Encoding.GSM_7, units, units, segments(sizes, units, Encoding.GSM_7), List.of());
    }

    private static SmsText ucs(String text, List<String> foreign) {
        int[] sizes = graphemes(text).stream().mapToInt(String::length).toArray();
        return new SmsText(
                Encoding.UCS_2, sizes.length, text.length(), segments(sizes, text.length(), Encoding.UCS_2), foreign);
    }

    /** Neither an escaped character nor what a reader sees as one character is torn between two segments. */
    private static int segments(int[] sizes, int units, Encoding encoding) {
        if (units <= encoding.alone) {
            return 1;
        }
        int segments = 1;
        int used = 0;
        for (int size : sizes) {
            if (used + size > encoding.joined && used > 0) {
                segments++;
                used = 0;
            }
            used += size;
            while (used > encoding.joined) {
                segments++;
                used -= encoding.joined;
            }
        }
        return segments;
    }

    private static List<String> foreign(String text) {
        int at = 0;
        while (at < text.length() && gsm(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return List.of();
        }
        return graphemes(text).stream()
                .filter(grapheme -> grapheme.length() > 1 || !gsm(grapheme.charAt(0)))
                .toList();
    }

    private static boolean gsm(int character) {
        return BASIC.get(character) || EXTENSION.get(character);
    }

    private static BitSet set(String alphabet) {
        return alphabet.chars().collect(BitSet::new, BitSet::set, BitSet::or);
    }

    private static List<String> graphemes(String text) {
        BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(text);
        List<String> graphemes = new ArrayList<>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            String grapheme = text.substring(from, to);
            graphemes.addAll(grapheme.equals("\r\n") ? List.of("\r", "\n") : List.of(grapheme));
            from = to;
        }
        return graphemes;
    }

    @Override
    public String toString() {
        return "SmsText[" + encoding + ", " + units + " units, " + segments + " segments]";
    }
}
