package id.pendopo.ticketing.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;

/** A work shift: an unbroken stretch of opening hours within one weekday, in the unit's own time. */
public record Shift(DayOfWeek weekday, LocalTime starts, LocalTime ends) {

    public Shift {
        if (!starts.isBefore(ends)) {
            throw new IllegalArgumentException("a shift ends after it starts, on the same day");
        }
    }
}
