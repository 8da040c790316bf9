package id.pendopo.ticketing.calendar;

import id.pendopo.ticketing.Names;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A public holiday: one day on which no unit works.
 *
 * @param jointLeave {@code cuti bersama}, in which public offices are closed as on a holiday
 * @param source the decree's number, date and address
 * @param provisional expected, not decreed yet
 */
public record Holiday(LocalDate day, Names names, boolean jointLeave, String source, boolean provisional) {

    public Holiday {
        if (source.isBlank()) {
            throw new IllegalArgumentException("a holiday has a source");
        }
    }

    public String name(Locale language) {
        return names.in(language);
    }
}
