package id.pendopo.ticketing;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;

/**
 * A date and time formatted for citizens, with the name of the unit's zone: {@code 24 November 2026 pukul 14.30 WIB}.
 */
public record PromisedTime(Instant instant, ZoneId zone) {

    /** Keputusan Presiden 41/1987 divides the country into these three. */
    private static final Map<Integer, String> INDONESIAN = Map.of(7, "WIB", 8, "WITA", 9, "WIT");

    /** {@code 24 November 2026}, in English or else in Indonesian. */
    public String date(Locale language) {
        Locale words = english(language) ? Locale.ENGLISH : Locale.of("id");
        return DateTimeFormatter.ofPattern("d MMMM uuuu", words).format(local());
    }

    /** {@code 14.30 WIB}; in English {@code 14:30 WIB}. */
    public String time(Locale language) {
        String pattern = english(language) ? "HH:mm" : "HH.mm";
        return DateTimeFormatter.ofPattern(pattern, language).format(local()) + " " + zoneName(language);
    }

    /** Date and time in one. */
    public String words(Locale language) {
        return date(language) + (english(language) ? " at " : " pukul ") + time(language);
    }

    private String zoneName(Locale language) {
        int hours = local().getOffset().getTotalSeconds() / 3600;
        boolean indonesian = zone.getId().matches("Asia/(Jakarta|Pontianak|Makassar|Jayapura)");
        return indonesian ? INDONESIAN.getOrDefault(hours, "") : zone.getDisplayName(TextStyle.SHORT, language);
    }

    private ZonedDateTime local() {
        return instant.atZone(zone);
    }

    private static boolean english(Locale language) {
        return language.getLanguage().equals("en");
    }
}
