package id.pendopo.knowledge;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A text in Unicode's normalization form KC. Marks beyond thirty on one letter are taken off first, as in
 * <a href="https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format">UAX 15, Stream-Safe Text Format</a>: to put
 * their order right takes the square of their number.
 */
public final class CompatibleForm {

    private static final Pattern TOO_MANY_MARKS = Pattern.compile("(\\p{M}{30})\\p{M}++");

    private CompatibleForm() {}

    /** Composed, with compatible characters as one; never longer than Unicode allows for thirty marks a letter. */
    public static String of(String text) {
        return Normalizer.normalize(TOO_MANY_MARKS.matcher(text).replaceAll("$1"), Normalizer.Form.NFKC);
    }
}
