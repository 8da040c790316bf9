package id.pendopo.config.office;

import id.pendopo.config.agency.AgencyProfile;
import id.pendopo.config.agency.AgencySettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The agency's profile as somebody typed it.
 *
 * @param version of the profile that the form was made of
 */
record AgencyForm(String name, String sms, String phone, String telegram, int version) {

    AgencyForm {
        name = name.strip();
        sms = sms.strip();
        phone = phone.strip();
        telegram = telegram.strip().replaceFirst("^(?:https?://)?t\\.me/|^@", "");
    }

    static AgencyForm of(AgencySettings.Stored stored) {
        AgencyProfile profile = stored.profile();
        return new AgencyForm(
                profile.name(),
                profile.sms().orElse(""),
                profile.phone().orElse(""),
                profile.telegram().orElse(""),
                stored.version());
    }

    /** The fields that are wrong. */
    List<String> errors() {
        List<String> errors = new ArrayList<>();
        if (!AgencyProfile.isName(name)) {
            errors.add("name");
        }
        if (!sms.isEmpty() && !AgencyProfile.isNumber(sms)) {
            errors.add("sms");
        }
        if (!phone.isEmpty() && !AgencyProfile.isNumber(phone)) {
            errors.add("phone");
        }
        if (!telegram.isEmpty() && !AgencyProfile.isBot(telegram)) {
            errors.add("telegram");
        }
        return errors;
    }

    AgencyProfile profile() {
        return new AgencyProfile(name, given(sms), given(phone), given(telegram));
    }

    private static Optional<String> given(String typed) {
        return Optional.of(typed).filter(text -> !text.isEmpty());
    }
}
