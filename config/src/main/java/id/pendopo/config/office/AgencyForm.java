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
record AgencyForm(String name, String texting, String phone, String bot, int version) {

    AgencyForm {
        name = name.strip();
        texting = texting.strip();
        phone = phone.strip();
        bot = bot.strip().replaceFirst("^(?:https?://)?t\\.me/|^@", "");
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
        if (!texting.isEmpty() && !AgencyProfile.isNumber(texting)) {
            errors.add("texting");
        }
        if (!phone.isEmpty() && !AgencyProfile.isNumber(phone)) {
            errors.add("phone");
        }
        if (!bot.isEmpty() && !AgencyProfile.isBot(bot)) {
            errors.add("bot");
        }
        return errors;
    }

    AgencyProfile profile() {
        return new AgencyProfile(name, given(texting), given(phone), given(bot));
    }

    private static Optional<String> given(String typed) {
        return Optional.of(typed).filter(text -> !text.isEmpty());
    }
}
