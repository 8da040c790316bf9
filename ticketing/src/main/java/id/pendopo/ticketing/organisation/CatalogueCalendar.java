package id.pendopo.ticketing.organisation;

import id.pendopo.ticketing.WorkingCalendar;
import id.pendopo.ticketing.calendar.UnitCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** The business calendars of the units in the cached catalogue. */
@Component
class CatalogueCalendar implements WorkingCalendar {

    private final Catalogue catalogue;

    CatalogueCalendar(Catalogue catalogue) {
        this.catalogue = catalogue;
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

    private UnitCalendar of(String key) {
        Unit unit =
                catalogue.unit(key).orElseThrow(() -> new IllegalArgumentException("there is no unit \"" + key + "\""));
        return new UnitCalendar(unit.zone(), unit.shifts(), catalogue::holiday);
    }
}
