package id.pendopo.channels;

import java.util.regex.Pattern;

/**
 * Takes out of a text what nobody reads: control and format characters, which can hide words or turn them around, and
 * marks beyond thirty on one letter
 * (<a href="https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format">UAX 15, Stream-Safe Text Format</a>). Whoever
 * looks for the border of a word walks over all marks before it, so that a text of marks would be read by their square.
 */
final class Legible {

    /** All but the joiners, of which emoji and some scripts are made. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r]]|[\\p{Cf}&&[^\\u200C\\u200D]]");

    private static final Pattern TOO_MANY_MARKS = Pattern.compile("(\\p{M}{30})\\p{M}++");

    private Legible() {}

    static String text(String text) {
        return TOO_MANY_MARKS.matcher(UNSEEN.matcher(text).replaceAll("")).replaceAll("$1");
    }
}
