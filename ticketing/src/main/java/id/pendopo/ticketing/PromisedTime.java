package id.pendopo.ticketing;

import id.pendopo.ui.DateLabels;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;

/**
 * A date and time formatted for citizens, with the name of the unit's zone: {@code 24 November 2026 pukul 14.30 WIB}.
 */
public record PromisedTime(Instant instant, ZoneId zone) {

    /** {@code 24 November 2026}, in English or else in Indonesian. */
    public String date(Locale language) {
        Locale words = english(language) ? Locale.ENGLISH : Locale.of("id");
        return DateLabels.date(local(), words);
    }

    /** {@code 14.30 WIB}; in English {@code 14:30 WIB}. */
    public String time(Locale language) {
        return DateLabels.time(local(), language);
    }

    /** Date and time in one. */
    public String words(Locale language) {
        return date(language) + (english(language) ? " at " : " pukul ") + time(language);
    }

    private ZonedDateTime local() {
        return instant.atZone(zone);
    }

    private static boolean english(Locale language) {
        return language.getLanguage().equals("en");
    }
}
