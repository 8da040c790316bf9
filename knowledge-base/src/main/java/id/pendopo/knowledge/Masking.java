package id.pendopo.knowledge;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import id.pendopo.ui.CountryPack;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Redaction of personal data (PII): takes out of a text what names somebody: numbers of identity cards, families,
 * telephones, bank cards and tickets, and addresses of e-mail. Which numbers a country gives people, its pack says. No
 * model is asked; a number too many is masked rather
 * than one too few.
 */
public final class Masking {

    /** Tried once for each run of the name's characters, which it never gives back: long runs are read once. */
    private static final Pattern EMAIL =
            Pattern.compile("(?<![\\p{L}\\d._%+-])[\\p{L}\\d._%+-]++\\s?+@\\s?+[\\p{L}\\d-]++(?:\\.[\\p{L}\\d-]++)++");

    /** Eight digits or more, grouped as people group them; neither an amount of money nor opening hours. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?!\\d{1,2}[.:]\\d{2} ?- ?\\d{1,2}[.:]\\d{2}(?!\\d))(?<!\\p{L}|\\d|[Rr]p[ .]?|\\d[.,])\\+?\\d(?:[ .\\-/()]{0,2}\\d){7,29}(?!\\d)");

    private final Pattern telephone;
    private final Map<String, Pattern> identities = new TreeMap<>();

    private Masking(CountryPack pack) {
        telephone = telephone(pack.region());
        pack.settings("identity").forEach((name, digits) -> identities.put(name, Pattern.compile(digits)));
    }

    /** With the telephone numbers and the identity numbers ({@code identity.NAME}, a pattern of digits) of a country. */
    public static Masking of(CountryPack pack) {
        return new Masking(pack);
    }

    /** National numbers, with the country's code or without: behind the digit for national calls where it has one. */
    private static Pattern telephone(String region) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        String national = numbers.getNddPrefixForRegion(region, true);
        String trunk = national == null ? "" : "|" + national;
        return Pattern.compile("(?:\\+?" + numbers.getCountryCodeForRegion(region) + trunk + ")\\d{7,12}");
    }

    /** The text with a word in brackets for each; its characters in their compatible forms. */
    public String mask(String text) {
        String plain = CompatibleForm.of(text);
        String withoutEmail = EMAIL.matcher(plain).replaceAll("[email]");
        return NUMBER.matcher(withoutEmail).replaceAll(this::kind);
    }

    private String kind(MatchResult found) {
        String digits = found.group().replaceAll("[^+\\d]", "");
        if (telephone.matcher(digits).matches()) {
            return "[telepon]";
        }
        if (digits.length() > 12 && luhn(digits)) {
            return "[kartu]";
        }
        return identities.entrySet().stream()
                .filter(identity -> identity.getValue().matcher(digits).matches())
                .map(identity -> "[" + identity.getKey() + "]")
                .findFirst()
                .orElse("[nomor]");
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
