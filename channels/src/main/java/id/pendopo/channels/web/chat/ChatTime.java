package id.pendopo.channels.web.chat;

import id.pendopo.ui.DateLabels;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;

/** Says when in the citizen's words and on the citizen's clock: {@code 14.30 WIB}. */
record ChatTime(ZoneId zone, Locale locale, LocalDate today) {

    static ChatTime now(Clock clock, ZoneId zone, Locale locale) {
        return new ChatTime(zone, locale, LocalDate.ofInstant(clock.instant(), zone));
    }

    /** The time of today, or the date with the time. */
    public String of(Instant instant) {
        ZonedDateTime at = instant.atZone(zone);
        return at.toLocalDate().equals(today) ? DateLabels.time(at, locale) : DateLabels.dateAndTime(at, locale);
    }

    /** A date as it stands in an article, {@code 2026-11-24}, in words. */
    public String date(String iso) {
        return DateLabels.date(LocalDate.parse(iso), locale);
    }

    public String abbreviation() {
        return DateLabels.zone(today.atStartOfDay(zone), locale);
    }
}
