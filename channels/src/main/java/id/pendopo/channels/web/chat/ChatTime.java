package id.pendopo.channels.web.chat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;

/** Says when in the citizen's words and on the citizen's clock: {@code 14.30 WIB}. */
record ChatTime(ZoneId zone, Locale locale, LocalDate today) {

    /** Indonesia's three clocks (Keputusan Presiden 41/1987). */
    private static final Map<String, String> ABBREVIATIONS =
            Map.of("Asia/Jakarta", "WIB", "Asia/Pontianak", "WIB", "Asia/Makassar", "WITA", "Asia/Jayapura", "WIT");

    static ChatTime now(Clock clock, ZoneId zone, Locale locale) {
        return new ChatTime(zone, locale, LocalDate.ofInstant(clock.instant(), zone));
    }

    /** The time of today, or the date with the time. */
    public String of(Instant instant) {
        ZonedDateTime at = instant.atZone(zone);
        String time = DateTimeFormatter.ofPattern("HH.mm").format(at) + " " + abbreviation();
        return at.toLocalDate().equals(today) ? time : date(at.toLocalDate()) + ", " + time;
    }

    /** A date as it stands in an article, {@code 2026-11-24}, in words. */
    public String date(String iso) {
        return date(LocalDate.parse(iso));
    }

    private String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale.getLanguage().equals("en") ? Locale.UK : locale)
                .format(date);
    }

    public String abbreviation() {
        return ABBREVIATIONS.getOrDefault(zone.getId(), zone.getDisplayName(TextStyle.SHORT, locale));
    }
}
