package id.pendopo.channels.texting;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.regex.Pattern;

/** Telephone numbers in the forms in which gateways write them: international with or without a plus, or national. */
public final class TelephoneNumber {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /** What else comes as a sender, names and short codes, has letters or fewer digits. */
    private static final Pattern NUMBER = Pattern.compile("\\+?[\\d ().-]{7,20}");

    private TelephoneNumber() {}

    /**
     * The number in E.164.
     *
     * @param region ISO 3166, whose numbers are written without a country code
     * @return as it was, stripped, when it is no telephone number
     */
    public static String e164(String written, String region) {
        String number = written.strip();
        if (!NUMBER.matcher(number).matches()) {
            return number;
        }
        try {
            PhoneNumber parsed = NUMBERS.parse(number, region);
            return NUMBERS.isPossibleNumber(parsed) ? NUMBERS.format(parsed, PhoneNumberFormat.E164) : number;
        } catch (NumberParseException noNumber) {
            return number;
        }
    }

    /**
     * As it is dialled at home: {@code 081234567890}.
     *
     * @return as it was when it is no telephone number
     */
    public static String national(String e164) {
        try {
            return NUMBERS.format(NUMBERS.parse(e164, null), PhoneNumberFormat.NATIONAL)
                    .replaceAll("\\D", "");
        } catch (NumberParseException noNumber) {
            return e164;
        }
    }

    /** Whether a text message can reach the number; where a country does not tell, it can be tried. */
    public static boolean takesTexts(String number) {
        try {
            PhoneNumberType type = NUMBERS.getNumberType(NUMBERS.parse(number, null));
            return type == PhoneNumberType.MOBILE || type == PhoneNumberType.FIXED_LINE_OR_MOBILE;
        } catch (NumberParseException noNumber) {
            return false;
        }
    }
}
