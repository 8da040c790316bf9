package id.pendopo.ticketing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The business calendar, working hours of a unit: shifts per weekday, less the holidays of its table. */
public interface WorkingCalendar {

    ZoneId zone(String unit);

    boolean open(String unit, Instant at);

    /** The first moment from {@code at} on at which somebody is there; {@code at} itself while the unit is open. */
    Instant nextOpening(String unit, Instant at);

    /** {@code at} plus a number of working days: the end of the last shift of the n-th working day after. */
    Instant plusWorkingDays(String unit, Instant at, int days);

    /** Working time between two moments. */
    Duration between(String unit, Instant from, Instant to);

    /** Public holidays: the days that every working calendar skips. */
    interface Holidays {

        /** Whether a year's holidays are there, decreed and not only expected. */
        boolean decreed(int year);
    }
}
