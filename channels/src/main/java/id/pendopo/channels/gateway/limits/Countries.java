package id.pendopo.channels.gateway.limits;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** Country lookup of telephone numbers. */
final class Countries {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private Countries() {}

    /** As ISO 3166 has it, {@code 001} of a network that is no country's; empty of what is no number. */
    static Optional<String> of(String number) {
        try {
            PhoneNumber parsed = NUMBERS.parse(number, null);
            return Optional.ofNullable(NUMBERS.getRegionCodeForNumber(parsed))
                    .or(() -> Optional.of(NUMBERS.getRegionCodeForCountryCode(parsed.getCountryCode())));
        } catch (NumberParseException noNumber) {
            return Optional.empty();
        }
    }
}
