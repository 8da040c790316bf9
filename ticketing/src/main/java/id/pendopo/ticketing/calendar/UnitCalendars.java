package id.pendopo.ticketing.calendar;

import id.pendopo.ticketing.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;

/** The business calendars of several units, found by the unit's key. */
public final class UnitCalendars implements WorkingCalendar {

    private final Function<String, Optional<UnitCalendar>> units;

    /** @param units a unit's calendar by its key; any thread may ask */
    public UnitCalendars(Function<String, Optional<UnitCalendar>> units) {
        this.units = units;
    }

    @Override
    public ZoneId zone(String unit) {
        return of(unit).zone();
    }

    @Override
    public boolean open(String unit, Instant at) {
        return of(unit).open(at);
    }

    @Override
    public Instant nextOpening(String unit, Instant at) {
        return of(unit).nextOpening(at);
    }

    @Override
    public Instant plusWorkingDays(String unit, Instant at, int days) {
        return of(unit).plusWorkingDays(at, days);
    }

    @Override
    public Duration between(String unit, Instant from, Instant to) {
        return of(unit).between(from, to);
    }

    private UnitCalendar of(String unit) {
        return units.apply(unit).orElseThrow(() -> new IllegalArgumentException("there is no unit \"" + unit + "\""));
    }
}
