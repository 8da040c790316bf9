package id.pendopo.ticketing;

import java.time.DayOfWeek;
import java.time.LocalTime;

/** A work shift: an unbroken stretch of opening hours within one weekday, in the unit's own time. */
record Shift(DayOfWeek weekday, LocalTime starts, LocalTime ends) {

    Shift {
        if (!starts.isBefore(ends)) {
            throw new IllegalArgumentException("a shift ends after it starts, on the same day");
        }
    }
}
