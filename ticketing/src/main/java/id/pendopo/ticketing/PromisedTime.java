package id.pendopo.ticketing;

import id.pendopo.ui.DateLabels;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A date and time formatted for citizens, with the name of the unit's zone: {@code 24 November 2026 pukul 14.30 WIB}.
 */
public record PromisedTime(Instant instant, ZoneId zone) {

    private static final Set<String> KNOWN =
            Locale.availableLocales().map(Locale::getLanguage).collect(Collectors.toUnmodifiableSet());

    /** {@code 24 November 2026}, in the language; in English where the platform knows no words of it. */
    public String date(Locale language) {
        Locale words = switch (language.getLanguage()) {
            case "id", "jv", "su" -> Locale.of("id");
            case String other -> KNOWN.contains(other) ? language : Locale.ENGLISH;
        };
        return DateLabels.date(local(), words);
    }

    /** {@code 14.30 WIB}; in English {@code 14:30 WIB}. */
    public String time(Locale language) {
        return DateLabels.time(local(), language);
    }

    /** Date and time in one. */
    public String words(Locale language) {
        return switch (language.getLanguage()) {
            case "id", "jv", "su" -> date(language) + " pukul " + time(language);
            case "en" -> date(language) + " at " + time(language);
            default -> date(language) + ", " + time(language);
        };
    }

    private ZonedDateTime local() {
        return instant.atZone(zone);
    }
}
