package id.pendopo.knowledge;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Redaction of personal data (PII): takes out of a text what names somebody: numbers of identity cards, families,
 * telephones, bank cards and tickets, and addresses of e-mail. No model is asked; a number too many is masked rather
 * than one too few.
 */
public final class Masking {

    /** Tried once for each run of the name's characters, which it never gives back: long runs are read once. */
    private static final Pattern EMAIL =
            Pattern.compile("(?<![\\p{L}\\d._%+-])[\\p{L}\\d._%+-]++\\s?+@\\s?+[\\p{L}\\d-]++(?:\\.[\\p{L}\\d-]++)++");

    /** Eight digits or more, grouped as people group them; neither an amount of money nor opening hours. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?!\\d{1,2}[.:]\\d{2} ?- ?\\d{1,2}[.:]\\d{2}(?!\\d))(?<!\\p{L}|\\d|[Rr]p[ .]?|\\d[.,])\\+?\\d(?:[ .\\-/()]{0,2}\\d){7,29}(?!\\d)");

    private static final Pattern TELEPHONE = Pattern.compile("(?:\\+?62|0)\\d{7,12}");

    /** The length of a NIK and of a family card's number: https://id.wikipedia.org/wiki/Nomor_Induk_Kependudukan */
    private static final int IDENTITY = 16;

    private Masking() {}

    /** The text with a word in brackets for each; its characters in their compatible forms. */
    public static String mask(String text) {
        String plain = CompatibleForm.of(text);
        String withoutEmail = EMAIL.matcher(plain).replaceAll("[email]");
        return NUMBER.matcher(withoutEmail).replaceAll(Masking::kind);
    }

    private static String kind(MatchResult found) {
        String digits = found.group().replaceAll("[^+\\d]", "");
        if (TELEPHONE.matcher(digits).matches()) {
            return "[telepon]";
        }
        if (digits.length() == IDENTITY) {
            return luhn(digits) ? "[kartu]" : "[nik]";
        }
        return digits.length() > 12 && luhn(digits) ? "[kartu]" : "[nomor]";
    }

    /** The check digit of bank cards, ISO/IEC 7812-1. */
    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(digits.length() - 1 - i), 10);
            int doubled = i % 2 == 0 ? digit : 2 * digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
