package id.pendopo.channels.voice;

import java.util.Locale;
import java.util.Set;

/** Whom a call is from. */
final class Caller {

    /**
     * What stands in the place of a number that is withheld: words, or the letters of those words on a keypad.
     *
     * @see <a href="https://help.twilio.com/articles/223179988">Why a call comes from +266696687 and the like</a>
     */
    private static final Set<String> WITHHELD = Set.of(
            "anonymous",
            "restricted",
            "unavailable",
            "unknown",
            "private",
            "+266696687",
            "+7378742833",
            "+86282452253",
            "+8656696",
            "+2562533");

    private Caller() {}

    /** Who called, as an address; somebody who withheld the number is somebody else in each call. */
    static String identity(String from, String callSid) {
        return WITHHELD.contains(from.toLowerCase(Locale.ROOT)) ? "anonymous/" + callSid : from;
    }
}
