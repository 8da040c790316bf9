package id.pendopo.ui;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Set;

/**
 * Formats dates, times of day and time zones for readers, with the names that the platform's own locale data (CLDR,
 * https://cldr.unicode.org) knows: {@code 24 November 2026}, {@code 14.30 WIB}.
 */
public final class DateLabels {

    private static final Locale INDONESIAN = Locale.of("id");

    /** Whoever reads these reads the times of day, and the zones, of Indonesian. */
    private static final Set<String> AS_INDONESIAN = Set.of("id", "jv", "su");

    private DateLabels() {}

    /** {@code 24 November 2026}, the month in the reader's language. */
    public static String date(TemporalAccessor day, Locale reader) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", reader).format(day);
    }

    /** {@code Selasa, 24 November 2026}. */
    public static String weekdayAndDate(LocalDate day, Locale reader) {
        return DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", reader).format(day);
    }

    /** {@code 14.30 WIB}; in English, and in languages that we know nothing of, {@code 14:30 WIB}. */
    public static String time(ZonedDateTime at, Locale reader) {
        String pattern = asIndonesian(reader) ? "HH.mm" : "HH:mm";
        return DateTimeFormatter.ofPattern(pattern, reader).format(at) + " " + zone(at, reader);
    }

    /** {@code 24 November 2026, 14.30 WIB}. */
    public static String dateAndTime(ZonedDateTime at, Locale reader) {
        return date(at, reader) + ", " + time(at, reader);
    }

    /** A zone's short name at that time: {@code WIB}, {@code WITA}, {@code WIT}; where it has none, {@code GMT+09:00}. */
    public static String zone(ZonedDateTime at, Locale reader) {
        // The data of Sundanese knows no zone's name; who reads it knows the Indonesian one.
        Locale names = asIndonesian(reader) ? INDONESIAN : Locale.ENGLISH;
        return DateTimeFormatter.ofPattern("zzz", names).format(at);
    }

    private static boolean asIndonesian(Locale reader) {
        return AS_INDONESIAN.contains(reader.getLanguage());
    }
}
