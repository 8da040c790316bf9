package id.pendopo.knowledge.text;

import id.pendopo.knowledge.CompatibleForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import opennlp.tools.tokenize.SimpleTokenizer;

/**
 * Tokenizer: cuts a text into small-letter words and numbers, with drawn-out letters squeezed ("tolooong" → "tolong").
 */
public final class Tokens {

    private static final Pattern DRAWN_OUT = Pattern.compile("(\\p{L})\\1{2,}");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)[.,](?=\\d{3}\\b)");

    private Tokens() {}

    public static List<String> of(String text) {
        String plain = CompatibleForm.of(text).toLowerCase(Locale.ROOT);
        String joined = THOUSANDS.matcher(plain).replaceAll("");
        List<String> tokens = new ArrayList<>();
        for (String token : SimpleTokenizer.INSTANCE.tokenize(joined)) {
            if (Character.isLetterOrDigit(token.codePointAt(0))) {
                tokens.add(DRAWN_OUT.matcher(token).replaceAll("$1"));
            }
        }
        return tokens;
    }
}
