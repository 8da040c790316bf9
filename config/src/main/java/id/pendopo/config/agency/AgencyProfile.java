package id.pendopo.config.agency;

import id.pendopo.config.AgencyProperties;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The agency's profile: its name and the public numbers of those without internet.
 *
 * @param name 1 to 80 characters
 * @param sms as it is dialled, spaces included
 * @param phone as it is dialled, spaces included
 * @param telegram the bot's name without the at sign
 */
public record AgencyProfile(String name, Optional<String> sms, Optional<String> phone, Optional<String> telegram) {

    private static final Pattern NUMBER = Pattern.compile("[+]?[0-9][0-9 ().-]{2,23}");

    /** A short code has three, the longest international number 15. */
    private static final int FEWEST_DIGITS = 3;

    private static final int MOST_DIGITS = 15;

    /** See https://core.telegram.org/bots/features#creating-a-new-bot. */
    private static final Pattern BOT = Pattern.compile("[A-Za-z][A-Za-z0-9_]{4,31}");

    private static final int LONGEST_NAME = 80;

    public AgencyProfile {
        if (!isName(name)) {
            throw new IllegalArgumentException("an agency has a name of at most " + LONGEST_NAME + " characters");
        }
    }

    static AgencyProfile of(AgencyProperties configured) {
        return new AgencyProfile(configured.name(), configured.sms(), configured.phone(), configured.telegram());
    }

    public static boolean isName(String typed) {
        return !typed.isBlank() && typed.length() <= LONGEST_NAME;
    }

    public static boolean isNumber(String typed) {
        long digits = typed.chars().filter(Character::isDigit).count();
        return NUMBER.matcher(typed).matches() && digits >= FEWEST_DIGITS && digits <= MOST_DIGITS;
    }

    public static boolean isBot(String typed) {
        return BOT.matcher(typed).matches();
    }
}
