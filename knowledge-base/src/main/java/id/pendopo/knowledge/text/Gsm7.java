package id.pendopo.knowledge.text;

import java.text.Normalizer;
import java.util.Map;

/**
 * GSM 7-bit default alphabet, the characters of a cheap text message: 160 of them fit in one, and a single one outside
 * of them halves that.
 *
 * @see <a href="https://www.etsi.org/deliver/etsi_ts/123000_123099/123038/">3GPP TS 23.038, default alphabet</a>
 */
public final class Gsm7 {

    /** Septets in one message. */
    public static final int SEGMENT = 160;

    private static final int JOINED = 153;

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "^{}\\[~]|€";

    private static final Map<String, String> PLAIN = Map.ofEntries(
            Map.entry("\u2018", "'"),
            Map.entry("\u2019", "'"),
            Map.entry("\u201c", "\""),
            Map.entry("\u201d", "\""),
            Map.entry("\u2013", "-"),
            Map.entry("\u2014", "-"),
            Map.entry("\u2026", "..."),
            Map.entry("\u2022", "-"),
            Map.entry("\u00d7", "x"),
            Map.entry("\u00b7", "-"),
            Map.entry("\u2265", ">="),
            Map.entry("\u2264", "<="),
            Map.entry("\u00a0", " "));

    private Gsm7() {}

    /** Whether the text can be sent as it is, in at most one message. */
    public static boolean fitsOneSegment(String text) {
        return length(text) <= SEGMENT;
    }

    /** How many messages are paid for; several hold 153 septets each. The text is plain. */
    public static int segments(String text) {
        return fitsOneSegment(text) ? 1 : Math.ceilDiv(length(text), JOINED);
    }

    /** Length in septets, or more than any message when a character is outside of the alphabet. */
    public static int length(String text) {
        int septets = 0;
        for (char c : text.toCharArray()) {
            if (BASIC.indexOf(c) >= 0) {
                septets++;
            } else if (EXTENDED.indexOf(c) >= 0) {
                septets += 2;
            } else {
                return Integer.MAX_VALUE;
            }
        }
        return septets;
    }

    /** The same text with typographic signs made plain and what cannot be written left out. */
    public static String plain(String text) {
        String plain = text;
        for (Map.Entry<String, String> sign : PLAIN.entrySet()) {
            plain = plain.replace(sign.getKey(), sign.getValue());
        }
        StringBuilder kept = new StringBuilder();
        for (char c : plain.toCharArray()) {
            String one = length(String.valueOf(c)) <= 2
                    ? String.valueOf(c)
                    : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD)
                            .replaceAll("\\p{M}", "");
            if (length(one) < SEGMENT) {
                kept.append(one);
            }
        }
        return kept.toString();
    }
}
